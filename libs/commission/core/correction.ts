import { groupBy, Rational } from '@laurel/shared/core';
import type { EarningLine } from './line.js';

/** Why a line of a locked period would be another now: its deal, the order of deals, the quota, or the plan. */
export const correctionCauses = ['deal', 'order', 'quota', 'plan'] as const;
export type CorrectionCause = (typeof correctionCauses)[number];

/** Which piece of pay is corrected: the lines of a component for a deal, or for the period as a whole. */
export type Piece = Pick<EarningLine, 'component' | 'kind' | 'dealId'> & {
  readonly part: string | null;
  /** The version of the plan that pays it, or paid it last. */
  readonly planVersionId: string;
};

/** What is posted for a piece of pay of a locked period. Amounts in minor units. */
export type Difference = Piece & {
  readonly tier: number | null;
  readonly before: bigint;
  readonly after: bigint;
  readonly difference: bigint;
  readonly cause: CorrectionCause;
};

/** A line of which it is known what version of the plan it is from. */
export type VersionedLine = EarningLine & { readonly planVersionId: string };

/** What was posted in a locked period, by its own lines and by earlier corrections, the last one last. */
export type PostedPay = {
  readonly lines: readonly VersionedLine[];
  readonly corrections: readonly (Piece & { readonly difference: bigint })[];
};

/** One piece as it was paid, was corrected, and is due. */
type Compared = {
  readonly frozen: readonly VersionedLine[];
  readonly corrected: PostedPay['corrections'];
  readonly due: readonly VersionedLine[];
};

/**
 * Where what is due now differs from what was posted, piece by piece. Nothing when they are equal, so that
 * asking twice posts once. `whole` is a cause that holds for the period: another quota or plan than when
 * something was posted last.
 */
export function differences(
  posted: PostedPay,
  due: readonly VersionedLine[],
  whole: 'quota' | 'plan' | null,
): Difference[] {
  const causeOf = causes(posted, due, whole);
  return piecesOf(posted, due).flatMap((compared) => {
    const before =
      paid(compared.frozen) +
      compared.corrected.reduce((sum, { difference }) => sum + difference, 0n);
    const after = paid(compared.due);
    if (after === before) return [];
    const piece = comparedPiece(compared);
    const cause = causeOf(piece, compared);
    const tier = tierOf(compared.due);
    return [{ ...piece, tier, before, after, difference: after - before, cause }];
  });
}

function piecesOf(posted: PostedPay, due: readonly VersionedLine[]): Compared[] {
  const own = (lines: readonly VersionedLine[]) =>
    groupBy(
      lines.filter(({ kind }) => kind !== 'correction'),
      keyOfLine,
    );
  const [frozen, now] = [own(posted.lines), own(due)];
  const corrected = groupBy(posted.corrections, keyOfPiece);
  return [...new Set([...frozen.keys(), ...corrected.keys(), ...now.keys()])].map((key) => ({
    frozen: frozen.get(key) ?? [],
    corrected: corrected.get(key) ?? [],
    due: now.get(key) ?? [],
  }));
}

/** What names a piece of pay. */
export const keyOfPiece = ({
  component,
  kind,
  dealId,
  part,
}: Omit<Piece, 'planVersionId'>): string => [component, kind, dealId ?? '', part ?? ''].join('|');

export const keyOfLine = (line: EarningLine): string =>
  keyOfPiece({ ...line, part: line.detail?.part ?? null });

/** A piece without all else that is said of it. */
export const nameOf = ({ component, kind, dealId, part, planVersionId }: Piece): Piece => ({
  component,
  kind,
  dealId,
  part,
  planVersionId,
});

/** The piece of pay that a line belongs to. */
export const pieceOf = ({ detail, ...line }: VersionedLine): Piece =>
  nameOf({ ...line, part: detail?.part ?? null });

/** A line that names no version is of the last one in force. */
export const ofVersion = (
  line: EarningLine,
  { planVersionId = '' }: { readonly planVersionId?: string },
): VersionedLine => ({ ...line, planVersionId: line.planVersionId ?? planVersionId });

/**
 * A deal that came or went explains its own pieces; then what holds for the period, or another version of the plan on
 * the deal's day; then the deal itself, where it is paid on something else; and what is left was moved by other deals.
 */
function causes(
  posted: PostedPay,
  due: readonly VersionedLine[],
  whole: 'quota' | 'plan' | null,
): (piece: Piece, compared: Compared) => CorrectionCause {
  const before = namedIn([...posted.lines, ...posted.corrections]);
  const now = namedIn(due);
  return ({ dealId }, compared) => {
    if (dealId && (!before.deals.has(dealId) || !now.deals.has(dealId))) return 'deal';
    if (whole) return whole;
    if (isByOtherVersion(compared, before.versions, now.versions)) return 'plan';
    return dealId && bases(compared.due) === bases(compared.frozen) ? 'order' : 'deal';
  };
}

const namedIn = (pieces: readonly Pick<Piece, 'dealId' | 'planVersionId'>[]) => ({
  deals: new Set(pieces.map(({ dealId }) => dealId)),
  versions: new Set(pieces.map(({ planVersionId }) => planVersionId)),
});

/** What was not paid before may be due by a version that paid something else; what is no longer due may be of one that still pays. */
function isByOtherVersion(
  compared: Compared,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): boolean {
  const [was, is] = [versionBefore(compared), versionNow(compared)!];
  if (was === undefined) return before.size > 0 && !before.has(is);
  return was !== is || (now.size > 0 && !now.has(was));
}

const versionBefore = ({ corrected, frozen }: Compared) =>
  (corrected.at(-1) ?? frozen[0])?.planVersionId;

/** The same as before where nothing is due any more. */
const versionNow = (compared: Compared) =>
  compared.due[0]?.planVersionId ?? versionBefore(compared);

const paid = (lines: readonly EarningLine[]): bigint =>
  lines.reduce((sum, { amount }) => sum + amount, 0n);

/** What was paid on: where it is the same, only other deals can have changed the pay. */
const bases = (lines: readonly EarningLine[]): string =>
  lines.length
    ? lines.reduce((sum, { base }) => Rational.parse(base).add(sum), Rational.parse('0')).toText()
    : '';

/** The one tier of the lines; null when they fall into several. */
export const tierOf = (lines: readonly EarningLine[]): number | null =>
  new Set(lines.map(({ tier }) => tier)).size === 1 ? lines[0]!.tier : null;

/** A piece is paid now by the version that stands there last. */
function comparedPiece(compared: Compared): Piece {
  const line = compared.due[0] ?? compared.frozen[0];
  const piece = line ? pieceOf(line) : nameOf(compared.corrected[0]!);
  return { ...piece, planVersionId: versionNow(compared)! };
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
  /** That of the deal whose change caused it. */
  readonly origin: string | null;
  /** The version that paid the period which is corrected. */
  readonly planVersionId: string;
};

/** The line that pays, or takes back, the difference in the open period. */
export function correctionLine(correction: PostedCorrection): EarningLine {
  const { component, dealId, difference, currency, period, number, deal, cause } = correction;
  const { before, after, origin, planVersionId } = correction;
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
      correction: { period, deal, before: String(before), after: String(after), cause, origin },
    },
    planVersionId,
  };
}
