/** Cash received on the deals that were sold in one period, in the order it came. */
export type Collection = { readonly period: string; readonly amount: bigint };

/**
 * Pay on cash: what each collection pays when cash is credited to the period the deal was sold in. `payOf` is
 * the pay of that period for so much credited, by its own quota and tiers; a collection pays what it adds to that.
 * So late cash neither counts towards the target of the period it arrives in, nor loses the tier it was sold in,
 * and all collections together pay what one would have.
 */
export function payOnCash(
  collections: readonly Collection[],
  payOf: (credited: bigint) => bigint,
): readonly { readonly period: string; readonly pay: bigint }[] {
  let credited = 0n;
  let paid = payOf(0n);
  return collections.map(({ period, amount }) => {
    credited += amount;
    const due = payOf(credited);
    const pay = due - paid;
    paid = due;
    return { period, pay };
  });
}
