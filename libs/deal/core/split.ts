import {
  Fault,
  Rational,
  formatDecimal,
  isDecimal,
  parseDecimal,
  sharesProblem,
} from '@laurel/shared/core';

export const splitKinds = ['split', 'overlay'] as const;
/** split: a part of the deal, all parts together are the deal. overlay: on top of it. */
export type SplitKind = (typeof splitKinds)[number];

/** A payee's share of a deal: decimal text, "0.6" is 60 %. */
export type DealSplit = {
  readonly payeeId: string;
  readonly share: string;
  readonly kind: SplitKind;
};

/** A share as somebody wishes it: the payee goes by name. */
export type SplitWish = {
  readonly payee: string;
  readonly share: string;
  readonly kind?: SplitKind | null | undefined;
};

const most = 20;
const digits = 12;

/** What is wrong with the shares of a deal; undefined when nothing is. Shares without a split are right too. */
export function splitFault(splits: readonly DealSplit[]): Fault | undefined {
  if (splits.length > most)
    return new Fault('TOO_MANY_SPLITS', `A deal has at most ${most} shares.`);
  const odd = splits.find(({ share }) => !isShare(share));
  if (odd)
    return new Fault(
      'NOT_A_SHARE',
      `“${odd.share}” is not a share above 0 and up to 1 (100 %) with at most ${digits} digits.`,
    );
  const keys = splits.map(({ kind, payeeId }) => `${kind} ${payeeId}`);
  if (new Set(keys).size < keys.length)
    return new Fault('REPEATED', 'Nobody can have two shares of the same kind.');
  const parts = splits.filter(({ kind }) => kind === 'split').map(({ share }) => share);
  const problem = parts.length ? sharesProblem(parts) : null;
  return problem === null ? undefined : new Fault('SPLIT_TOTAL', problem);
}

/** The one text of a share, so that "0.60" and "0.6" are the same. */
export const plainShare = (share: string): string =>
  isDecimal(share) ? formatDecimal(parseDecimal(share)) : share;

function isShare(text: string): boolean {
  if (!isDecimal(text) || text.length > digits + 2) return false;
  const share = Rational.parse(text);
  return share.sign > 0 && share.compare(Rational.one) <= 0;
}
