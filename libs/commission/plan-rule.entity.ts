import { DayField, DayScalar, IdField, InstantField, OrganizationKey } from '@laurel/shared';
import type { Role } from '@laurel/shared/core';
import { Member, Roles } from '@laurel/people';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import type * as core from './core/index.js';
import { Plan } from './plan.entity.js';

const nullable = true;

@ObjectType({
  description:
    'Puts everybody on a plan who is all that it names; what it leaves out may be anything.',
})
@Entity()
export class PlanRule implements core.PlanRule {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Column('uuid') planId: string;
  @Field(() => Roles, { nullable }) @Column({ type: 'text', nullable }) role: Role | null;
  @Column({ type: 'uuid', nullable }) teamId: string | null;
  @Field({ description: 'Also those in teams below the team.' }) @Column('boolean') below: boolean;
  @Field(() => String, { nullable }) @Column({ type: 'text', nullable }) region: string | null;
  @DayField({ name: 'from_day' }) from: string;
  @DayField({ name: 'to_day', nullable, description: 'The first day on which it no longer holds.' })
  to: string | null;
  @Column('uuid') createdBy: string;
  @InstantField() createdAt: Date;
  @Column({ type: 'timestamptz', nullable }) removedAt: Date | null;
}

@InputType({ description: 'A rule to add to a plan, or with an id one to change or bring back.' })
export class PlanRuleInput {
  @Field(() => ID, { nullable }) id?: string | null;
  @Field(() => ID) planId: string;
  @Field(() => Roles, { nullable }) role?: Role | null;
  @Field(() => ID, { nullable }) teamId?: string | null;
  @Field({ defaultValue: true }) below: boolean = true;
  @Field(() => String, { nullable }) region?: string | null;
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar, { nullable }) to?: string | null;
}

@ObjectType({ description: 'Somebody whom a rule puts on its plan, on which days.' })
export class PlanRuleMember {
  memberId: string;
  beforeId: string | null;
  @Field() from: string;
  @Field(() => String, { nullable }) to: string | null;
  @Field(() => Plan, { nullable, description: 'By which they are paid until now on that day.' })
  before?: Plan | null;
  @Field(() => Member) member?: Member;
}

@ObjectType({ description: 'Somebody whom another rule that names as much puts on another plan.' })
export class PlanRuleConflict {
  memberId: string;
  planId: string;
  @Field() from: string;
  @Field(() => String, { nullable }) to: string | null;
  @Field(() => Plan) plan?: Plan;
  @Field(() => Member) member?: Member;
}

@ObjectType({ description: 'What a rule would do if it were saved.' })
export class PlanRulePreview {
  @Field(() => [PlanRuleMember], { description: 'By name, at most 200 of them.' })
  rows: PlanRuleMember[];
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'People it is for who are assigned by name, which wins.' })
  kept: number;
  @Field(() => Int, {
    description:
      'Of the people it puts on the plan, those whose payout is converted into another currency.',
  })
  foreign: number;
  @Field(() => [PlanRuleConflict], { description: 'It cannot be saved while there are any.' })
  conflicts: PlanRuleConflict[];
}
