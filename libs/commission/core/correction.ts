import { groupBy, Rational } from '@laurel/shared/core';
import type { EarningLine } from './line.js';

/** Why a line of a locked period would be another now: its deal, the order of deals, the quota, or the plan. */
export const correctionCauses = ['deal', 'order', 'quota', 'plan'] as const;
export type CorrectionCause = (typeof correctionCauses)[number];

/** Which piece of pay is corrected: the lines of a component for a deal, or for the period as a whole. */
type Piece = Pick<EarningLine, 'component' | 'kind' | 'dealId'> & {
  readonly tier: number | null;
  readonly part: string | null;
};

/** What is posted for a piece of pay of a locked period. Amounts in minor units. */
export type Difference = Piece & {
  readonly before: bigint;
  readonly after: bigint;
  readonly difference: bigint;
  readonly cause: CorrectionCause;
};

/** What was posted in a locked period, by its own lines and by earlier corrections. */
export type PostedPay = {
  readonly lines: readonly EarningLine[];
  readonly corrections: readonly (Piece & { readonly difference: bigint })[];
};

/**
 * Where what is due now differs from what was posted, piece by piece. Nothing when they are equal, so that
 * asking twice posts once. `whole` is a cause that holds for the period: another quota or plan.
 */
export function differences(
  posted: PostedPay,
  due: readonly EarningLine[],
  whole: 'quota' | 'plan' | null,
): Difference[] {
  const own = (lines: readonly EarningLine[]) => lines.filter(({ kind }) => kind !== 'correction');
  const frozen = groupBy(own(posted.lines), keyOf);
  const now = groupBy(own(due), keyOf);
  const corrected = groupBy(posted.corrections, (each) =>
    keyOf({ ...each, detail: detailOf(each) }),
  );
  return [...new Set([...frozen.keys(), ...corrected.keys(), ...now.keys()])].flatMap((key) => {
    const lines = now.get(key) ?? [];
    const earlier = corrected.get(key) ?? [];
    const before =
      paid(frozen.get(key) ?? []) + earlier.reduce((sum, each) => sum + each.difference, 0n);
    const after = paid(lines);
    if (after === before) return [];
    const piece = pieceOf(lines[0] ?? frozen.get(key)?.[0], earlier[0]);
    const same = bases(lines) === bases(frozen.get(key) ?? []);
    const cause = whole ?? (piece.dealId && same ? 'order' : 'deal');
    return [{ ...piece, tier: tierOf(lines), before, after, difference: after - before, cause }];
  });
}

const keyOf = ({
  component,
  kind,
  dealId,
  detail,
}: Pick<EarningLine, 'component' | 'kind' | 'dealId' | 'detail'>) =>
  [component, kind, dealId ?? '', detail?.part ?? ''].join('|');

const detailOf = ({ part }: Piece) => (part === null ? null : { part });

const paid = (lines: readonly EarningLine[]): bigint =>
  lines.reduce((sum, { amount }) => sum + amount, 0n);

/** What was paid on: where it is the same, only other deals can have changed the pay. */
const bases = (lines: readonly EarningLine[]): string =>
  lines.length
    ? lines.reduce((sum, { base }) => Rational.parse(base).add(sum), Rational.parse('0')).toText()
    : '';

/** The one tier of the lines; null when they fall into several. */
const tierOf = (lines: readonly EarningLine[]): number | null =>
  new Set(lines.map(({ tier }) => tier)).size === 1 ? lines[0]!.tier : null;

function pieceOf(line: EarningLine | undefined, earlier: Piece | undefined): Omit<Piece, 'tier'> {
  const { component, kind, dealId } = (line ?? earlier)!;
  return { component, kind, dealId, part: line ? (line.detail?.part ?? null) : earlier!.part };
}

/** A posted correction, as its line tells it. */
export type PostedCorrection = Pick<
  Difference,
  'component' | 'dealId' | 'before' | 'after' | 'difference' | 'cause'
> & {
  readonly period: string;
  readonly number: number;
  readonly currency: string;
  /** The deal's external id. */
  readonly deal: string | null;
  /** The version that paid the period which is corrected. */
  readonly planVersionId: string;
};

/** The line that pays, or takes back, the difference in the open period. */
export function correctionLine(correction: PostedCorrection): EarningLine {
  const { component, dealId, difference, currency, period, number, deal, cause } = correction;
  const { before, after, planVersionId } = correction;
  return {
    component,
    kind: 'correction',
    creditId: null,
    dealId,
    tier: null,
    tierFrom: null,
    tierTo: null,
    base: String(difference),
    rate: '1',
    multiplier: '1',
    exact: String(difference),
    amount: difference,
    currency,
    rounding: 'half-even',
    creditedBefore: null,
    quota: null,
    detail: {
      part: `${period}/${number}`,
      correction: { period, deal, before: String(before), after: String(after), cause },
    },
    planVersionId,
  };
}
