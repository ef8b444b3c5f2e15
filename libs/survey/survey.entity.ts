import { DayField, IdField, JsonScalar, OrganizationKey } from '@laurel/shared';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type { Audience, Cadence } from './core/index.js';

export const Cadences = {
  once: 'once',
  weekly: 'weekly',
  twoWeekly: 'twoWeekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
} as const satisfies { [C in Cadence]: C };
registerEnumType(Cadences, { name: 'Cadence' });

export const SurveyStatuses = { draft: 'draft', running: 'running', ended: 'ended' } as const;
export type SurveyStatus = keyof typeof SurveyStatuses;
registerEnumType(SurveyStatuses, { name: 'SurveyStatus' });

@ObjectType({ description: 'What is asked, of whom, and how often.' })
@Entity()
export class Survey {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
  @Field(() => SurveyStatuses) @Column('text') status: SurveyStatus;
  @Field(() => Cadences) @Column('text') cadence: Cadence;
  @DayField({ description: 'Day of the first wave; the others are counted from it.' })
  anchor: string;
  @Field(() => Int, {
    description: 'Hour of the day at which mails go out, in each one’s time zone.',
  })
  @Column('smallint')
  hour: number;
  @Field(() => Int, { description: 'Days for which a wave is open.' })
  @Column('smallint')
  openDays: number;
  @Column({ type: 'uuid', array: true }) questionIds: string[];
  @Field(() => Int, { description: 'Most questions of one wave.' })
  @Column('smallint')
  questionCount: number;
  @Field(() => JsonScalar, {
    description: 'Who is asked: {teamIds, roles, regions, tenures}; a list left out asks all.',
  })
  @Column('jsonb')
  audience: Audience;
  @Field(() => Int, { description: 'Fewest people of a figure.' })
  @Column('smallint')
  scoreThreshold: number;
  @Field(() => Int, { description: 'Fewest people of a group whose comments are shown.' })
  @Column('smallint')
  commentThreshold: number;
  @Field({ description: 'Does the next wave wait until the last result was shared?' })
  @Column('boolean')
  waitForShare: boolean;
  @Column({ type: 'uuid', nullable: true }) createdBy: string | null;
}
