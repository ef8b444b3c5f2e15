import { Member } from '@laurel/people';
import { MoneyScalar } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What correcting quotas would change in the pay of a locked period.' })
export class QuotaCorrectionPreview {
  memberId: string;
  @Field() period: string;
  @Field() currency: string;
  @Field(() => MoneyScalar, { description: 'Paid for the period so far, corrections included.' })
  before: bigint;
  @Field(() => MoneyScalar) after: bigint;
  @Field(() => MoneyScalar, { description: 'What would be posted.' }) difference: bigint;
  @Field(() => Member) member?: Member;
}
