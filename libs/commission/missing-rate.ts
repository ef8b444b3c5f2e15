import { DayScalar } from '@laurel/shared';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description: 'A rate that pay waits for: deals in one currency, a plan that pays in another.',
})
export class MissingRate {
  @Field({ description: 'Of the deals.' }) from: string;
  @Field({ description: 'Of the plan.' }) to: string;
  @Field(() => DayScalar, { description: 'The earliest day on which a rate is missing.' })
  firstDay: string;
  @Field(() => DayScalar) lastDay: string;
  @Field(() => Int) deals: number;
}
