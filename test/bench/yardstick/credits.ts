import { workload, type Workload } from './workload.js';

/** Credits in the plan's order: those of a rep's quarter stand side by side, by day and then by deal. */
export type Credits = {
  readonly reps: number;
  readonly deal: Int32Array;
  readonly amount: Int32Array;
  readonly product: Int32Array;
  /** Where the credits of each rep's quarter start, by `placeOf`; the last is the end. */
  readonly start: Int32Array;
  /** By `placeOf`. */
  readonly quota: Float64Array;
};

export const quarters = 4;
export const placeOf = (rep: number, quarter: number): number => (rep - 1) * quarters + quarter - 1;
export const repAt = (place: number): number => Math.floor(place / quarters) + 1;
export const quarterAt = (place: number): number => (place % quarters) + 1;
/** Whom a team of ten rolls up to. */
export const managerOf = (rep: number, reps: number): number =>
  reps + 1 + Math.floor((rep - 1) / 10);

const quarterOf = (day: number): number => (day < 90 ? 1 : day < 181 ? 2 : day < 273 ? 3 : 4);

type Credit = readonly [place: number, day: number, deal: number, amount: number, product: number];

export function credits(dealCount: number): Credits {
  const { reps, quotas, deals, splits } = workload(dealCount);
  const all = credited(deals, splits).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const start = new Int32Array(reps * quarters + 1);
  for (const [place] of all) start[place + 1]!++;
  for (let place = 0; place < reps * quarters; place++) start[place + 1]! += start[place]!;
  const quota = new Float64Array(reps * quarters);
  for (const [rep, quarter, amount] of quotas) quota[placeOf(rep, quarter)] = amount;
  const column = (at: 2 | 3 | 4) => Int32Array.from(all, (each) => each[at]);
  return { reps, deal: column(2), amount: column(3), product: column(4), start, quota };
}

/** A deal's own rep, or those who share it: whole units, the rest to the largest remainders. */
function credited(deals: Workload['deals'], splits: Workload['splits']): Credit[] {
  const shared = new Map<number, [rep: number, points: number][]>();
  for (const [deal, , rep, points] of splits)
    shared.set(deal, [...(shared.get(deal) ?? []), [rep, points]]);
  return deals.flatMap(([deal, rep, day, amount, product]) => {
    const parts = shared.get(deal) ?? [[rep, 10_000] as const];
    const exact = parts.map(([, points]) => amount * points);
    const sums = exact.map((each) => Math.floor(each / 10_000));
    const left = amount - sums.reduce((a, b) => a + b, 0);
    const byRest = exact.map((each, i) => [each % 10_000, i] as const);
    byRest.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    for (const [, i] of byRest.slice(0, left)) sums[i]!++;
    return parts.map(([who], i): Credit => {
      return [placeOf(who, quarterOf(day)), day, deal, sums[i]!, product];
    });
  });
}
