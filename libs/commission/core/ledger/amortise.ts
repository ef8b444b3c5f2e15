import { divide, type Rounding } from '@laurel/shared/core';

/** Contracts of at most so many months may be expensed at once (ASC 340-40-25-4, IFRS 15.94). */
const expedientMonths = 12;

/**
 * The expense of each month when the cost of a contract is spread over it in equal parts (ASC 340-40-35-1, IFRS 15.99).
 * Every month but the last bears the same rounded amount and the last bears the remainder, so that the months sum to the cost.
 * With the expedient, a contract of a year or less is expensed in its first month. Throws RangeError without a month.
 */
export function amortise(
  cost: bigint,
  months: number,
  { expedient, rounding }: { readonly expedient: boolean; readonly rounding: Rounding },
): bigint[] {
  if (!Number.isInteger(months) || months < 1)
    throw new RangeError(`A cost is spread over whole months, 1 or more, not ${months}.`);
  if (months === 1 || (expedient && months <= expedientMonths)) return [cost];
  const others = BigInt(months - 1);
  const monthly = monthlyPart(cost, others, rounding);
  return [...Array<bigint>(months - 1).fill(monthly), cost - monthly * others];
}

/** Rounded, unless that would take more than the cost before the last month: then cut. */
function monthlyPart(cost: bigint, others: bigint, rounding: Rounding): bigint {
  const rounded = divide(cost, others + 1n, rounding);
  const left = cost - rounded * others;
  return left < 0n === cost < 0n ? rounded : cost / (others + 1n);
}

/** What is not yet expensed after so many months: the asset on the books. */
export const unamortised = (schedule: readonly bigint[], after: number): bigint =>
  schedule.slice(after).reduce((sum, expense) => sum + expense, 0n);
