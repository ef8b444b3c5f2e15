import { DayField, DayScalar, IdField, OrganizationKey } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { MeetingStatus } from './core/index.js';

export const MeetingStatuses = {
  planned: 'planned',
  held: 'held',
  skipped: 'skipped',
} as const satisfies { [S in MeetingStatus]: S };
registerEnumType(MeetingStatuses, { name: 'MeetingStatus' });

@ObjectType({ description: 'Something to talk about; open ones stay on the agenda.' })
@Entity()
export class OneOnOneTopic {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') oneOnOneId: string;
  @Field(() => Int, { description: 'The meeting it was raised for.' })
  @Column('int')
  raised: number;
  @Field(() => Int, { nullable: true, description: 'The meeting it was settled in.' })
  @Column({ type: 'int', nullable: true })
  settled: number | null;
  @Column('int') position: number;
  @Column('uuid') authorId: string;
  @Field() @Column('text') text: string;
  @Field(() => Int, { description: 'Counts changes: send it back with the next one.' })
  @Column('int')
  version: number;
}

@ObjectType({ description: 'What one of the two is going to do.' })
@Entity()
export class OneOnOneAction {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') oneOnOneId: string;
  @Field(() => Int, { description: 'The meeting it was agreed in.' }) @Column('int') raised: number;
  @Column('uuid') ownerId: string;
  @Field() @Column('text') text: string;
  @DayField({ nullable: true }) dueOn: Day | null;
  @DayField({ nullable: true }) doneOn: Day | null;
}

@ObjectType({ description: 'When a meeting of a series is or was, and what became of it.' })
export class OneOnOneDate {
  @Field(() => Int) number: number;
  @Field(() => DayScalar) day: Day;
  @Field(() => MeetingStatuses) status: MeetingStatus;
}

@ObjectType({ description: 'A meeting of a series, counted from 0.' })
export class OneOnOneMeeting {
  @Field(() => ID) oneOnOneId: string;
  @Field(() => Int) number: number;
  @Field(() => DayScalar) day: Day;
  @Field() time: string;
  @Field({ description: 'IANA name: where the clock is that shows its time.' }) timeZone: string;
  @Field(() => DayScalar, { description: 'Where it was before it was moved.' }) plannedDay: Day;
  @Field() plannedTime: string;
  @Field(() => MeetingStatuses) status: MeetingStatus;
  @Field(() => String, { nullable: true, description: 'Why it was skipped.' })
  skipNote: string | null;
  @Field({ description: 'Both write and read it.' }) sharedNote: string;
  @Field(() => Int, { description: 'Of the shared note: send it back with the next change.' })
  version: number;
  @Field({ description: 'What I wrote for myself; nobody else can ever read it.' })
  privateNote: string;
  @Field(() => [OneOnOneTopic]) topics: OneOnOneTopic[];
  @Field(() => [OneOnOneAction], { description: 'Agreed here, or still open from before.' })
  actions: OneOnOneAction[];
}

@InputType({ description: 'What is left out stays; a day null puts it back where it was planned.' })
export class OneOnOneMeetingInput {
  @Field(() => ID) oneOnOneId: string;
  @Field(() => Int) number: number;
  @Field(() => MeetingStatuses, { nullable: true }) status?: MeetingStatus | null;
  @Field(() => DayScalar, { nullable: true }) day?: Day | null;
  @Field(() => String, { nullable: true }) time?: string | null;
  @Field(() => String, { nullable: true, description: 'Needed to skip it.' })
  skipNote?: string | null;
}

@InputType({ description: 'A topic to add (without id) or change, as seen in a meeting.' })
export class OneOnOneTopicInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => ID) oneOnOneId: string;
  @Field(() => Int) number: number;
  @Field() text: string;
  @Field(() => Boolean, { nullable: true }) settled?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'The version that was changed.' })
  version?: number | null;
}

@InputType({ description: 'An action item to add (without id) or change, as seen in a meeting.' })
export class OneOnOneActionInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => ID) oneOnOneId: string;
  @Field(() => Int) number: number;
  @Field() text: string;
  @Field(() => ID, { nullable: true, description: 'Default: me.' }) ownerId?: string | null;
  @Field(() => DayScalar, { nullable: true }) dueOn?: Day | null;
  @Field(() => Boolean, { nullable: true }) done?: boolean | null;
}

@ObjectType({ description: 'Where a searched text stands.' })
export class OneOnOneHit {
  @Field(() => ID) oneOnOneId: string;
  @Field(() => Int) number: number;
  @Field({ description: 'topic, action, sharedNote or privateNote.' }) kind: string;
  @Field() text: string;
}
