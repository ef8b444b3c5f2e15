/**
 * Splits an amount by weights so that the parts sum to the whole, to the minor unit. What rounding
 * down leaves goes to the largest remainders; equal remainders are served in the order given.
 * Works for any sign, and a reversed amount gives exactly the reversed parts.
 * Throws RangeError when the weights sum to 0.
 */
export function allocate(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new RangeError('The shares must not sum to 0.');
  const size = amount < 0n ? -amount : amount;
  const parts = weights.map((weight) => floorDivide(size * weight, total));
  let left = size - parts.reduce((sum, { quotient }) => sum + quotient, 0n);
  for (const { position } of byRemainder(parts)) {
    if (left-- <= 0n) break;
    parts[position]!.quotient += 1n;
  }
  return parts.map(({ quotient }) => (amount < 0n ? -quotient : quotient));
}

type Part = { quotient: bigint; remainder: bigint };

/** The remainder has the size of a share of the divisor: between 0 and its magnitude. */
function floorDivide(numerator: bigint, divisor: bigint): Part {
  const [n, d] = divisor < 0n ? [-numerator, -divisor] : [numerator, divisor];
  const remainder = ((n % d) + d) % d;
  return { quotient: (n - remainder) / d, remainder };
}

const byRemainder = (parts: readonly Part[]) =>
  parts
    .map(({ remainder }, position) => ({ remainder, position }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.position - b.position : a.remainder < b.remainder ? 1 : -1,
    );
