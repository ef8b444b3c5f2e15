import { allocate } from './allocate.js';
import { Rational } from './rational.js';

/** The sum of shares written as decimals; "0.6" is 60 %. */
export const totalOfShares = (shares: readonly string[]): Rational =>
  shares.reduce((sum, share) => sum.add(Rational.parse(share)), Rational.zero);

/** A share in percent: 0.9999 is "99.99 %". */
export const percentOf = (share: Rational): string =>
  `${share.multiply(Rational.of(100n)).toText()} %`;

/** Why shares cannot divide a whole, naming their total; null when they are exactly 100 %. */
export function sharesProblem(shares: readonly string[]): string | null {
  const total = totalOfShares(shares);
  return total.equals(Rational.one) ? null : `The shares total ${percentOf(total)}, not 100 %.`;
}

/**
 * The parts of a whole by shares; they sum to it, to the minor unit. What rounding down leaves goes to the largest
 * remainders, ties in the order stated. Throws RangeError, naming the total, when the shares are not exactly 100 %:
 * what is missing must not be guessed.
 */
export function divideByShares(whole: bigint, shares: readonly string[]): bigint[] {
  const problem = sharesProblem(shares);
  if (problem) throw new RangeError(problem);
  return allocate(whole, inWholeNumbers(shares.map(Rational.parse)));
}

/** Whole numbers in the proportion of the shares. */
function inWholeNumbers(shares: readonly Rational[]): bigint[] {
  const denominator = shares.reduce((product, share) => product * share.denominator, 1n);
  return shares.map((share) => share.numerator * (denominator / share.denominator));
}
