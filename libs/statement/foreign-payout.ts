import { DayScalar, DecimalScalar, MoneyScalar } from '@laurel/shared';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A payout in the currency that the payee is paid in.' })
export class ForeignPayout {
  @Field() currency: string;
  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'Exact, then rounded once, half to even. Null while there is no rate.',
  })
  amount: bigint | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'What one unit of the statement’s currency is worth; a fraction such as "4/5" too.',
  })
  rate: string | null;
  @Field(() => String, { nullable: true }) source: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'The day from which the rate holds.' })
  day: string | null;
}
