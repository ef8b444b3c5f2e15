import type { Fraction } from './fraction.js';

/** What was credited and what was to be reached, in minor units of one currency. */
export type Result = { readonly actual: bigint; readonly target?: bigint | undefined };

/** actual ÷ target, exactly; undefined without a target or with a target of 0. */
export function attainment({ actual, target }: Result): Fraction | undefined {
  return target === undefined || target <= 0n
    ? undefined
    : { numerator: actual, denominator: target };
}

/**
 * A team's result: sum of the actuals over sum of the targets, never a mean of percents. What members
 * without a target bring in counts; the team has a target as soon as one member has.
 */
export function total(results: readonly Result[]): Result {
  const targets = results.flatMap(({ target }) => target ?? []);
  return {
    actual: sum(results.map(({ actual }) => actual)),
    target: targets.length ? sum(targets) : undefined,
  };
}

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((before, amount) => before + amount, 0n);
