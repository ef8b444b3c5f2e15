import { daysBetween, periodRange } from '@laurel/shared/core';
import { demandOn, type Window } from './calendar.js';
import type { Seat } from './seats.js';

/** What the rep on a seat is to bring in within a quarter; minor units. */
export type Quota = { readonly seat: Seat; readonly period: string; readonly amount: bigint };

const usual = 140_000;
/** Share of the usual quota in the quarter of joining, in the next one, and then on. */
const ramp = [0.4, 0.75, 1];
const monthDays = 30;

/** A quota for every quarter in which somebody sells. */
export const quotasIn = (window: Window, seats: readonly Seat[]): Quota[] =>
  window.quarters.flatMap((period) =>
    seats
      .filter((seat) => sellsIn(seat, period))
      .map((seat) => ({ seat, period, amount: quotaOf(seat, period, window) })),
  );

function sellsIn({ places }: Seat, period: string): boolean {
  const quarter = periodRange(period);
  return places.some(
    ({ position, from, to }) =>
      position === 'member' && from < quarter.to && (to === null || to > quarter.from),
  );
}

/** Better reps carry more, but not as much more as they sell. Whole thousands. */
function quotaOf({ skill, hiredOn }: Seat, period: string, window: Window): bigint {
  const { from, to } = periodRange(period);
  const quarters = Math.floor(daysBetween(hiredOn, to) / (3 * monthDays));
  const ramped = ramp[Math.min(quarters, ramp.length - 1)]!;
  const thousands = Math.ceil(
    (usual * ramped * demandOn(from, window) * (0.5 + 0.5 * skill)) / 1_000,
  );
  return BigInt(thousands) * 1_000_00n;
}
