import type { Decimal } from '@laurel/shared/core';

/** Shares with one divisor: each is its units ÷ divisor, all whole numbers. */
export type Shares = {
  readonly units: Float64Array;
  readonly divisor: number;
  readonly most: number;
};

export function sharesOf(decimals: readonly Decimal[]): Shares {
  const scale = Math.max(0, ...decimals.map((each) => each.scale));
  const units = decimals.map((each) => Number(each.units * 10n ** BigInt(scale - each.scale)));
  return { units: Float64Array.from(units), divisor: 10 ** scale, most: Math.max(0, ...units) };
}

/**
 * Is every share of amounts that reach so far in all, and every sum of such, a whole number that a double
 * holds? Rounding never brings a product that is too large below the largest, so that this is sure.
 */
export const isExact = (reach: number, { most, divisor }: Shares): boolean =>
  reach <= Number.MAX_SAFE_INTEGER && 2 * reach * most + divisor <= Number.MAX_SAFE_INTEGER;

/**
 * The whole number nearest to units ÷ divisor; an exact half goes to the even one or away from 0. The quotient
 * of two whole numbers below 2^53 is never rounded up to the next whole number, so that its floor is exact.
 */
export function nearest(units: number, divisor: number, toEven: boolean): number {
  const halves = 2 * Math.abs(units) + divisor;
  const up = Math.floor(halves / (2 * divisor));
  const isHalf = 2 * up * divisor === halves;
  const size = isHalf && toEven && up % 2 === 1 ? up - 1 : up;
  return units < 0 ? 0 - size : size;
}
