import { createHash } from 'node:crypto';
import { type Credits, managerOf, quarterAt, quarters, repAt } from './credits.js';
import type { Digest } from './digest.js';

/** What a plan evaluator has made of the credits, as the yardstick tells it. */
export type Evaluated = {
  /** [deal, place of rep and quarter, tier from 1, part, pay] */
  readonly lines: Iterable<readonly [number, number, number, number, number]>;
  /** What each rep's quarter earns before its cap. */
  readonly gross: ArrayLike<number>;
  /** What each manager's quarter earns, by manager and quarter. */
  readonly override: ArrayLike<number>;
};

/** A way to evaluate the yardstick's plan on credits that it holds in memory. */
export type Evaluator = {
  /** What everybody is to be paid together, without any line. */
  readonly total: () => number;
  /** How many lines there are; they stay in memory. */
  readonly lines: () => number;
  /** What `lines` made last. */
  readonly evaluated: () => Evaluated;
};

/** A rep is paid half of the quota at most. */
export function totalOf(
  { quota }: Credits,
  { gross, override }: Pick<Evaluated, 'gross' | 'override'>,
): number {
  let total = 0;
  for (let place = 0; place < gross.length; place++)
    total += Math.min(gross[place]!, quota[place]! / 2);
  for (let place = 0; place < override.length; place++) total += override[place]!;
  return total;
}

const hashOf = (rows: readonly (readonly number[])[]): string => {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${row.join(',')}\n`);
  return hash.digest('hex').slice(0, 16);
};

/** Checksums as `digestOf` takes them from tables; of lines and statements. */
export function evaluatedDigest(
  credits: Credits,
  { lines, gross, override }: Evaluated,
): Omit<Digest, 'standings'> {
  const told = Array.from(lines, ([deal, place, tier, part, pay]) => [
    deal,
    repAt(place),
    tier,
    quarterAt(place),
    part,
    pay,
  ]);
  told.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
  const sums = creditedSums(credits);
  const reps = Array.from(gross, (earned, place) => {
    const cut = Math.min(0, credits.quota[place]! / 2 - earned);
    const row = [repAt(place), quarterAt(place), sums[place]!, earned, cut];
    return [...row, 0, earned + cut];
  });
  const teams = teamSums(credits);
  const managers = Array.from(override, (pay, place) => {
    const manager = credits.reps + repAt(place);
    return [manager, quarterAt(place), teams[place]!, 0, 0, pay, pay];
  });
  return { lines: hashOf(told), statements: hashOf([...reps, ...managers]) };
}

/** What each rep's quarter is credited. */
function creditedSums({ amount, start }: Credits): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, place) =>
    amount.subarray(start[place], start[place + 1]).reduce((a, b) => a + b, 0),
  );
}

/** What each manager's quarter has rolled up, by manager and quarter. */
export function teamSums(credits: Credits): Float64Array {
  const { reps } = credits;
  const first = managerOf(1, reps);
  const sums = new Float64Array((managerOf(reps, reps) - first + 1) * quarters);
  creditedSums(credits).forEach((sum, place) => {
    const team = managerOf(repAt(place), reps) - first;
    sums[team * quarters + (place % quarters)]! += sum;
  });
  return sums;
}
