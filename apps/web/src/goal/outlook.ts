import { compare, parseDecimal } from '@laurel/shared/core';

/** How a goal stands; `early` before a tenth of the period, `none` without a target. */
export type Outlook = 'none' | 'reached' | 'ahead' | 'near' | 'behind' | 'early' | 'missed';

type Standing = {
  readonly target: string | null;
  readonly attainment: string | null;
  readonly pace: string | null;
  readonly remainingDays: number;
};

/** From this share of the pace a goal can still be caught up with in the usual course. */
const near = parseDecimal('0.9');
const whole = parseDecimal('1');

/** What a goal's figures mean for whoever pursues it. */
export function outlook({ target, attainment, pace, remainingDays }: Standing): Outlook {
  if (target === null || attainment === null) return 'none';
  if (compare(parseDecimal(attainment), whole) >= 0) return 'reached';
  if (remainingDays === 0) return 'missed';
  if (pace === null) return 'early';
  const rate = parseDecimal(pace);
  if (compare(rate, whole) >= 0) return 'ahead';
  return compare(rate, near) >= 0 ? 'near' : 'behind';
}
