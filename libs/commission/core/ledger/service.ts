import type { Day } from '@laurel/shared/core';
import type { Service } from './claw-back.js';
import type { SettlementSettings } from './settings.js';

/** That a customer went back on a deal: when, and how long they had stayed if that is known. */
export type Cancellation = {
  readonly closedOn: Day;
  readonly cancelledOn: Day;
  readonly monthsServed: number | null;
};

/** The months a deal is paid for when the plan names none. */
const usualMonths = 12;

/**
 * How long a deal lasted of the months it was paid for. A plan that names no months takes its share back whenever a deal
 * is cancelled, and what is left of the months is told for a year.
 */
export function serviceOf(
  { closedOn, cancelledOn, monthsServed }: Cancellation,
  terms: SettlementSettings['clawback'],
): Service {
  const served = monthsServed ?? wholeMonths(closedOn, cancelledOn);
  if (terms?.withinMonths !== undefined) return { months: terms.withinMonths, served };
  return { months: terms?.share === 'months-left' ? usualMonths : served + 1, served };
}

/** Months from one day to another, of which the last is over: 1 from 15 January to 15 February, 0 to the 14th. */
export function wholeMonths(from: Day, to: Day): number {
  const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(to) - months(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}
