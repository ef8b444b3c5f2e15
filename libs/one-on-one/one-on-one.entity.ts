import { DayField, DayScalar, IdField, OrganizationKey } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { Rhythm } from './core/index.js';

export const Rhythms = {
  weekly: 'weekly',
  twoWeekly: 'twoWeekly',
  monthly: 'monthly',
} as const satisfies { [R in Rhythm]: R };
registerEnumType(Rhythms, { name: 'Rhythm', description: 'How often two people meet.' });

/** How two people met for a while, before they agreed on another rhythm. */
export type PastRhythm = Pick<
  OneOnOne,
  'first' | 'rhythm' | 'anchor' | 'time' | 'timeZone' | 'minutes'
>;

@ObjectType({ description: 'A series of meetings between two people, seen by them alone.' })
@Entity()
export class OneOnOne {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') memberId: string;
  @Column('uuid') partnerId: string;
  @Field(() => Rhythms) @Column('text') rhythm: Rhythm;
  @DayField({ description: 'The day of the first meeting in this rhythm.' }) anchor: Day;
  @Field({ description: 'Time of day in the time zone of the series: "09:30".' })
  @Column({ type: 'text', name: 'start_time' })
  time: string;
  @Field({ description: 'IANA name.' }) @Column('text') timeZone: string;
  @Field(() => Int) @Column('int') minutes: number;
  @Field(() => Int, { description: 'The number of the first meeting in this rhythm.' })
  @Column({ type: 'int', name: 'first_number' })
  first: number;
  @Column('jsonb') past: PastRhythm[];
  @DayField({ nullable: true, description: 'The first day without meetings.' })
  endedOn: Day | null;
}

@InputType()
export class OneOnOneInput {
  @Field(() => ID) partnerId: string;
  @Field(() => Rhythms) rhythm: Rhythm;
  @Field(() => DayScalar) anchor: Day;
  @Field() time: string;
  @Field(() => Int, { nullable: true, description: 'Default: 30.' }) minutes?: number | null;
  @Field(() => String, { nullable: true, description: 'Default: the organisation’s.' })
  timeZone?: string | null;
}

@InputType({ description: 'How a running series goes on; what is over stays as it was.' })
export class OneOnOneRhythmInput {
  @Field(() => ID) oneOnOneId: string;
  @Field(() => Rhythms) rhythm: Rhythm;
  @Field(() => DayScalar, { description: 'The next meeting; today or later.' }) anchor: Day;
  @Field() time: string;
  @Field(() => Int) minutes: number;
  @Field() timeZone: string;
}

@ObjectType({ description: 'Whether people meet as they agreed; nothing of what they talk about.' })
export class OneOnOneCadence {
  memberId: string;
  partnerId: string;
  @Field(() => DayScalar, { nullable: true }) endedOn: Day | null;
  @Field(() => Int, {
    description: 'To take place: kept or missed. What was skipped does not count.',
  })
  due: number;
  @Field(() => Int) kept: number;
  @Field(() => Int) skipped: number;
  @Field(() => Int) missed: number;
  @Field(() => Int, { description: 'Kept since the last one missed.' }) streak: number;
}
