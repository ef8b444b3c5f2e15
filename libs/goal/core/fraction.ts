import { formatDecimal, ratio } from '@laurel/shared/core';

/** An exact fraction; the denominator is above 0. It is compared as it is, never as a shown percent. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** A whole number as a fraction. */
export const asFraction = (numerator: bigint): Fraction => ({ numerator, denominator: 1n });

/** Negative when a < b, 0 when both are the same number, positive when a > b: by cross products. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const shownDigits = 6;

/** Decimal text for people and charts, six digits: 2/3 is "0.666667". */
export const formatFraction = ({ numerator, denominator }: Fraction): string =>
  formatDecimal(ratio(numerator, denominator, shownDigits));
