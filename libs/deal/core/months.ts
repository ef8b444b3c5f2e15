import { Fault } from '@laurel/shared/core';

/** A number of months as somebody wishes it: text too, as files have no numbers. */
export type Months = number | string | null | undefined;

const mostMonths = 1_200;

export const readMonths = (months: Months): number | null =>
  months === null || months === undefined || months === '' ? null : Number(months);

/** What is wrong with a number of months; blank is none. */
export function monthsFaults(field: string, months: Months, least: 0 | 1) {
  const count = readMonths(months);
  if (count === null) return [];
  if (/^\d{1,4}$/.test(String(months)) && count >= least && count <= mostMonths) return [];
  const reason = `“${months}” is not a whole number of months from ${least} to ${mostMonths}.`;
  return [{ field, value: String(months), fault: new Fault('NOT_A_COUNT', reason) }];
}
