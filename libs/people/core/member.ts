import { isCurrency, type Day } from '@laurel/shared/core';
import { isLocale } from './locale.js';
import { isTimeZone } from './time-zone.js';

export type MemberTerms = {
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
  readonly currency: string;
  readonly locale: string | null;
  readonly timeZone?: string | null;
};
export type MemberFault = { readonly field: keyof MemberTerms; readonly reason: string };

/** What is wrong with somebody's terms; undefined when nothing is. */
export function memberFault({
  hiredOn,
  leftOn,
  currency,
  locale,
  timeZone,
}: MemberTerms): MemberFault | undefined {
  if (hiredOn !== null && leftOn !== null && leftOn <= hiredOn)
    return { field: 'leftOn', reason: 'The day of leaving must come after the day of hiring.' };
  if (!isCurrency(currency))
    return { field: 'currency', reason: `"${currency}" is not a currency code such as EUR.` };
  if (locale !== null && !isLocale(locale))
    return { field: 'locale', reason: `Laurel does not speak "${locale}" yet. Choose en or de.` };
  if (timeZone != null && !isTimeZone(timeZone))
    return { field: 'timeZone', reason: `"${timeZone}" is not a time zone such as Europe/Berlin.` };
  return undefined;
}
