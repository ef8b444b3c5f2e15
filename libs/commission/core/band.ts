import { compare, parseDecimal, Rational } from '@laurel/shared/core';
import type { Complaint } from './complaint.js';
import type { EdgeRule, Mode } from './settings.js';

/** A band as a document writes it. */
export type WrittenBand = {
  readonly from: string;
  readonly to?: string | undefined;
  readonly mode?: Mode | undefined;
};

/** From an edge to an edge of an axis; null is without end. */
export type Band = {
  readonly index: number;
  readonly from: Rational | null;
  readonly to: Rational | null;
  readonly mode: Mode;
  /** What stands at the lowest edge, also where the band reaches below it. */
  readonly edge: Rational;
};

/** A band prepared once for a plan: its edges are in units of the basis. */
export type PreparedBand = {
  readonly from: Rational;
  readonly to: Rational | null;
  readonly mode: Mode;
};

/** Fills in where each band ends. */
export function prepareBands(bands: readonly WrittenBand[], mode: Mode): PreparedBand[] {
  return bands.map((band, i) => {
    const to = band.to ?? bands[i + 1]?.from;
    return {
      from: Rational.parse(band.from),
      to: to === undefined ? null : Rational.parse(to),
      mode: band.mode ?? mode,
    };
  });
}

/**
 * The bands of one payee: edges times the unit of the axis, such as the quota. A first band that starts
 * at 0 holds everything below it too: what is taken back there was paid at the first rate.
 */
export const scaleBands = (bands: readonly PreparedBand[], unit: Rational): Band[] =>
  bands.map(({ from, to, mode }, index) => {
    const edge = from.multiply(unit);
    return {
      index,
      from: index === 0 && from.isZero ? null : edge,
      to: to && to.multiply(unit),
      mode,
      edge,
    };
  });

/** The band that a number stands in, by the rule for edges; undefined in a gap. */
export const bandAt = <B extends Band>(
  bands: readonly B[],
  x: Rational,
  edges: EdgeRule,
): B | undefined => bands.find((band) => above(band, x, edges) && below(band, x, edges));

function above({ from, index }: Band, x: Rational, edges: EdgeRule): boolean {
  if (from === null) return true;
  const order = x.compare(from);
  return order > 0 || (order === 0 && (edges !== 'closed-above' || index === 0));
}

function below({ to }: Band, x: Rational, edges: EdgeRule): boolean {
  if (to === null) return true;
  const order = x.compare(to);
  return order < 0 || (order === 0 && edges !== 'half-open');
}

/**
 * The bands as they pay a total: everything below the end of the highest retroactive band that is
 * reached is one band of its rate, and all there is where the total stands in it. A total in a gap leaves
 * retroactive bands out.
 */
export function reachedBands<B extends Band>(
  bands: readonly B[],
  total: Rational | null,
  edges: EdgeRule,
): B[] {
  if (bands.every(({ mode }) => mode !== 'retroactive')) return [...bands];
  const reached = total && bandAt(bands, total, edges);
  if (!reached) return bands.filter(({ mode }) => mode !== 'retroactive');
  const top = bands.slice(0, reached.index + 1).findLast(({ mode }) => mode === 'retroactive');
  const rest = bands.slice(top ? top.index + 1 : 0);
  const open = rest.map((band) =>
    band.mode === 'retroactive' ? { ...band, mode: 'marginal' as const } : band,
  );
  if (!top) return open;
  return top === reached ? [{ ...top, from: null, to: null }] : [{ ...top, from: null }, ...open];
}

/** A part of a credit, from share to share of it: 0 to 1 is the whole. */
export type Portion = { readonly start: Rational; readonly end: Rational };

export const entire: Portion = { start: Rational.zero, end: Rational.one };

export const sizeOf = ({ start, end }: Portion): Rational => end.subtract(start);

/** What two parts of the same credit have in common; null for nothing. */
export function common(a: Portion, b: Portion): Portion | null {
  if (a === entire) return b;
  if (b === entire) return a;
  const start = Rational.max(a.start, b.start);
  const end = Rational.min(a.end, b.end);
  return start.compare(end) < 0 ? { start, end } : null;
}

/** The part of a move from one place to another that lies in a band. */
export function portionIn(
  { from, to }: Pick<Band, 'from' | 'to'>,
  start: Rational,
  end: Rational,
): Portion | null {
  const low = clamp(start, from, to);
  const high = clamp(end, from, to);
  if (low.equals(high)) return null;
  if (low === start && high === end) return entire;
  const move = end.subtract(start);
  return { start: low.subtract(start).divide(move), end: high.subtract(start).divide(move) };
}

function clamp(x: Rational, from: Rational | null, to: Rational | null): Rational {
  if (from !== null && x.compare(from) < 0) return from;
  return to !== null && x.compare(to) > 0 ? to : x;
}

/** What is wrong with bands that do not rise, or leave gaps between them where those are refused. */
export function bandComplaints(
  noun: string,
  bands: readonly WrittenBand[],
  gaps: 'refuse' | 'pay-nothing' = 'refuse',
): Complaint[] {
  const inOrder = bands.flatMap((band, i) => orderComplaints(noun, band, i, bands[i - 1]));
  return gaps === 'refuse' ? [...gapComplaints(noun, bands), ...inOrder] : inOrder;
}

function orderComplaints(
  noun: string,
  { from, to }: WrittenBand,
  i: number,
  before: WrittenBand | undefined,
): Complaint[] {
  const complaints: Complaint[] = [];
  const edge = before && (before.to ?? before.from);
  if (edge !== undefined && order(from, edge) < (before!.to === undefined ? 1 : 0))
    complaints.push({
      path: [i, 'from'],
      message: `Each ${noun} must start above the one before: expected more than "${edge}".`,
    });
  if (to !== undefined && order(to, from) <= 0)
    complaints.push({
      path: [i, 'to'],
      message: `The ${noun} must end above its start: expected more than "${from}".`,
    });
  return complaints;
}

function gapComplaints(noun: string, bands: readonly WrittenBand[]): Complaint[] {
  const complaints: Complaint[] = [];
  if (order(bands[0]!.from, '0') !== 0)
    complaints.push({ path: [0, 'from'], message: `The first ${noun} must start at "0".` });
  for (const [i, { to }] of bands.entries()) {
    const next = bands[i + 1]?.from;
    if (to !== undefined && next !== undefined && order(to, next) !== 0)
      complaints.push({
        path: [i, 'to'],
        message: `Expected "${next}", where the next ${noun} starts, or "gaps": "pay-nothing".`,
      });
  }
  return complaints;
}

const order = (a: string, b: string): number => compare(parseDecimal(a), parseDecimal(b));
