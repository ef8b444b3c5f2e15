/** Payees whose pay is computed together, and which ids they stand for. */
export type Part = {
  readonly payeeIds: readonly string[];
  readonly ids: IdRange;
};

/** From an id on and before another; without an end where null stands. */
type IdRange = { readonly from: string | null; readonly before: string | null };

/** The payees in parts of a size; every id there is, of a payee or not, belongs to one of them. */
export function partsOf(payeeIds: readonly string[], size: number): Part[] {
  const sorted = payeeIds.toSorted();
  const starts = sorted.filter((_, i) => i % size === 0);
  return starts.map((first, i) => ({
    payeeIds: sorted.slice(i * size, (i + 1) * size),
    ids: { from: i === 0 ? null : first, before: starts[i + 1] ?? null },
  }));
}

/** Some of the payees, with all ids that the parts stand for. */
export const together = (parts: readonly Part[], payeeIds: readonly string[]): Part => ({
  payeeIds: payeeIds.toSorted(),
  ids: { from: parts[0]!.ids.from, before: parts.at(-1)!.ids.before },
});
