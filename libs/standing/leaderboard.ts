import { DecimalScalar } from '@laurel/shared';
import { Field, GraphQLISODateTime, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Measure } from './core/index.js';

export const Measures = {
  credited: 'credited',
  deals: 'deals',
  attainment: 'attainment',
} as const satisfies { [M in Measure]: M };
registerEnumType(Measures, {
  name: 'Measure',
  description: 'What is compared: money credited, deals won, or credited ÷ quota.',
});

@ObjectType({ description: 'A place on a leaderboard; equal scores share it: 1, 2, 2, 4.' })
export class Standing {
  memberId: string;
  @Field(() => Int) rank: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Places gained since yesterday closed; below 0 lost; null when unknown.',
  })
  movement: number | null;
  @Field(() => DecimalScalar, { description: 'Minor units of `currency`, a count, or a ratio.' })
  score: string;
  @Field(() => String, { nullable: true, description: 'Of a score in money, ISO 4217.' })
  currency: string | null;
  @Field({ description: 'Is it the reader’s own?' }) mine: boolean;
}

@ObjectType()
export class Leaderboard {
  @Field() period: string;
  @Field(() => Measures) measure: Measure;
  @Field(() => Int, { description: 'People on the board.' }) total: number;
  @Field(() => [Standing], { description: 'Best first; equal ones by name.' }) rows: Standing[];
  @Field(() => Standing, {
    nullable: true,
    description: 'The reader’s own place, on whichever page.',
  })
  mine: Standing | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Last change of the board.' })
  updatedAt: Date | null;
}

@ObjectType({ description: 'Says that the boards of a period have changed.' })
export class StandingsSignal {
  @Field() period: string;
  @Field(() => GraphQLISODateTime) at: Date;
}
