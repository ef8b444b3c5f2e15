import { DecimalScalar, MoneyScalar } from '@laurel/shared';
import type { Day, DayRange } from '@laurel/shared/core';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import * as core from './core/index.js';

const nullable = true;

@ObjectType({
  description: 'How far a member or a team is in a period, in calendar days; today has elapsed.',
})
export class GoalProgress {
  @Field(() => ID, { nullable }) memberId: string | null;
  @Field(() => ID, { nullable }) teamId: string | null;
  @Field({ description: 'Of the member or the team.' }) name: string;
  @Field() period: string;
  @Field({ description: 'ISO 4217; amounts in other currencies are left out.' }) currency: string;
  @Field(() => MoneyScalar, { nullable, description: 'The quota; null when none is given.' })
  target: bigint | null;
  @Field(() => MoneyScalar, { description: 'Credited so far.' }) actual: bigint;
  @Field(() => DecimalScalar, { nullable, description: 'actual ÷ target; null without a target.' })
  attainment: string | null;
  @Field(() => DecimalScalar, {
    nullable,
    description: 'Attainment ÷ share of the period elapsed; null before a tenth of it.',
  })
  pace: string | null;
  @Field(() => MoneyScalar, {
    nullable,
    description: 'Result if the rest goes as the part so far; null before a tenth of the period.',
  })
  projection: bigint | null;
  @Field(() => MoneyScalar, {
    nullable,
    description: 'To bring in on each remaining day; 0 once reached, null when no day is left.',
  })
  neededPerDay: bigint | null;
  @Field(() => Int) elapsedDays: number;
  @Field(() => Int) totalDays: number;
  @Field(() => Int) remainingDays: number;
}

/** Whose goal it is. */
export type GoalOwner = Pick<GoalProgress, 'memberId' | 'teamId' | 'name' | 'period' | 'currency'>;

/** What the result of a period means on a day. */
export function progressOf(
  owner: GoalOwner,
  result: core.Result,
  days: DayRange,
  today: Day,
): GoalProgress {
  const elapsed = core.elapse(days, today);
  return {
    ...owner,
    ...elapsed,
    actual: result.actual,
    target: result.target ?? null,
    attainment: shown(core.attainment(result)),
    pace: shown(core.pace(result, elapsed)),
    projection: core.projection(result.actual, elapsed) ?? null,
    neededPerDay: core.neededPerDay(result, elapsed) ?? null,
  };
}

const shown = (exact: core.Fraction | undefined): string | null =>
  exact ? core.formatFraction(exact) : null;
