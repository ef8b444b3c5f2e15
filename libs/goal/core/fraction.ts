import { formatDecimal, ratio } from '@laurel/shared/core';

/** An exact fraction; the denominator is above 0. It is compared as it is, never as a shown percent. */
export type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** A whole number as a fraction. */
export const asFraction = (numerator: bigint): Fraction => ({ numerator, denominator: 1n });

/** Negative when a < b, 0 when both are the same number, positive when a > b: by cross products. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const isAlike = a.denominator === b.denominator;
  const left = isAlike ? a.numerator : a.numerator * b.denominator;
  const right = isAlike ? b.numerator : b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

const shownDigits = 6;

/** Decimal text for people and charts, six digits: 2/3 is "0.666667". */
export const formatFraction = ({ numerator, denominator }: Fraction): string =>
  formatDecimal(ratio(numerator, denominator, shownDigits));
