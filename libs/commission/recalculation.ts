import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Pay that is being computed again.' })
export class Recalculation {
  @Field(() => Int, { description: 'Pairs of payee and period.' }) partitions: number;
}
