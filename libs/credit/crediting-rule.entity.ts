import {
  DayField,
  DayScalar,
  IdField,
  InstantField,
  JsonScalar,
  OrganizationKey,
} from '@laurel/shared';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity } from 'typeorm';
import * as core from './core/index.js';

const nullable = true;

@ObjectType({ description: 'A version of a rule that says who is credited for which deals.' })
@Entity()
export class CreditingRule implements core.CreditingRule {
  @OrganizationKey() organizationId: string;
  @IdField() id: string;
  @Field() @Column('text') name: string;
  @Field(() => Int, { description: 'Versions count from 1.' }) @Column('integer') number: number;
  @Field(() => Int, { description: 'Higher ones are asked first.' })
  @Column('integer')
  priority: number;
  @DayField({ name: 'from_day', description: 'First day of the deals it is for.' }) from: string;
  @DayField({ name: 'to_day', nullable, description: 'First day that it is no longer for.' })
  to: string | null;
  @Field(() => JsonScalar) @Column('jsonb') document: core.RuleDocument;
  @Column('uuid') createdBy: string;
  @InstantField() createdAt: Date;
  @Column({ type: 'timestamptz', nullable }) removedAt: Date | null;
}

@InputType({ description: 'The next version of the rule of this name.' })
export class CreditingRuleInput {
  @Field() name: string;
  @Field(() => Int, { defaultValue: 0 }) priority: number = 0;
  @Field(() => DayScalar) from: string;
  @Field(() => DayScalar, { nullable }) to?: string | null;
  @Field(() => JsonScalar, { description: 'Members stand in it by id, e-mail or name.' })
  document: unknown;
}
