import { MoneyScalar } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What was credited in a calendar month, roll-up left out.' })
export class CreditedMonth {
  @Field({ description: 'Such as "2026-03".' }) month: string;
  @Field(() => MoneyScalar, { description: 'In this currency; others are left out.' })
  credited: bigint;
  @Field(() => Int, { description: 'Deals in any currency.' }) deals: number;
  @Field({ description: 'The member’s currency, else the organisation’s.' }) currency: string;
}
