import { divideByShares } from '@laurel/shared/core';

/** A part of an earning, due so many periods after the one it was earned in; 0 is that period itself. */
export type Instalment = { readonly after: number; readonly share: string };

export type DueInstalment = { readonly after: number; readonly amount: bigint };

/**
 * Pays an earning in parts: they sum to it, the minor units that do not divide going to the largest remainders, ties in the
 * order stated. Throws RangeError, naming the total, when the shares are not exactly 100 %.
 */
export const instalmentsOf = (earned: bigint, parts: readonly Instalment[]): DueInstalment[] =>
  divideByShares(
    earned,
    parts.map(({ share }) => share),
  ).map((amount, i) => ({ after: parts[i]!.after, amount }));

/** What has fallen due so many periods later, everything that fell due before included. */
export const dueBy = (instalments: readonly DueInstalment[], periodsLater: number): bigint =>
  instalments.reduce((sum, { after, amount }) => (after <= periodsLater ? sum + amount : sum), 0n);
