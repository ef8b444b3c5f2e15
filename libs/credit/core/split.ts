import { divideByShares, Rational, type Rounding } from '@laurel/shared/core';

/** A payee's share of a deal: decimal text or a fraction; "0.6" is 60 %. */
export type CreditShare = { readonly payeeId: string; readonly share: string };

export type CreditPart = { readonly payeeId: string; readonly amount: bigint };

/**
 * A credit split: the deal is divided before any rate is applied, and the parts sum to it, to the minor unit. What does not
 * divide goes to the largest remainders, ties in the order the shares are stated. Throws RangeError, naming the total,
 * when the shares are not exactly 100 %; `sharesProblem` says so before it comes to that.
 */
export function splitCredit(amount: bigint, shares: readonly CreditShare[]): CreditPart[] {
  const parts = divideByShares(
    amount,
    shares.map(({ share }) => share),
  );
  return shares.map(({ payeeId }, i) => ({ payeeId, amount: parts[i]! }));
}

/**
 * Overlay credits: extra, on top of the deal, for those who helped to win it. Each is a share of the whole deal, rounded
 * on its own; the shares need not total anything and take nothing from anybody's split.
 */
export const overlayCredits = (
  amount: bigint,
  shares: readonly CreditShare[],
  rounding: Rounding,
): CreditPart[] =>
  shares.map(({ payeeId, share }) => ({
    payeeId,
    amount: Rational.parse(share).multiply(Rational.of(amount)).round(rounding),
  }));

/** Who owned a deal in a stage it went through; a stage may weigh more than another. */
export type StageOwner = { readonly payeeId: string; readonly weight?: bigint };

/**
 * The shares of a deal that changed hands: each owner has the stages they saw through ÷ all stages. Owners come
 * in the order of their first stage, which is also the order that ties are served in. Throws RangeError without a stage.
 */
export function handOffShares(stages: readonly StageOwner[]): CreditShare[] {
  const weights = new Map<string, bigint>();
  for (const { payeeId, weight = 1n } of stages)
    weights.set(payeeId, (weights.get(payeeId) ?? 0n) + weight);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n)
    throw new RangeError(
      'A deal is handed on by the stages it went through: expected at least one.',
    );
  return [...weights].map(([payeeId, weight]) => ({
    payeeId,
    share: Rational.of(weight, total).toText(),
  }));
}
