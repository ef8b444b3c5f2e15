import type { Edges, Mode, WrittenBand } from './document.js';
import { Fraction } from './fraction.js';

/** From an edge to an edge; null is without end. */
export type Band = {
  readonly index: number;
  readonly from: Fraction | null;
  readonly to: Fraction | null;
  readonly mode: Mode;
  readonly written: WrittenBand;
};

/** Bands whose edges are multiples of a unit; a first band from 0 holds all below it. */
export const makeBands = (
  written: readonly WrittenBand[],
  unit: Fraction,
  mode: Mode = 'marginal',
): Band[] =>
  written.map((band, index) => {
    const from = Fraction.read(band.from).times(unit);
    const to = band.to ?? written[index + 1]?.from;
    return {
      index,
      from: index === 0 && Fraction.read(band.from).sign === 0 ? null : from,
      to: to === undefined ? null : Fraction.read(to).times(unit),
      mode: band.mode ?? mode,
      written: band,
    };
  });

/** The band that a number stands in; undefined in a gap. */
export const standing = (bands: readonly Band[], x: Fraction, edges: Edges): Band | undefined =>
  bands.find((band) => startsBefore(band, x, edges) && endsAfter(band.to, x, edges));

function startsBefore({ from, index }: Band, x: Fraction, edges: Edges): boolean {
  if (from === null) return true;
  const order = x.compare(from);
  return order > 0 || (order === 0 && (edges !== 'closed-above' || index === 0));
}

export function endsAfter(to: Fraction | null, x: Fraction, edges: Edges): boolean {
  if (to === null) return true;
  const order = x.compare(to);
  return order < 0 || (order === 0 && edges !== 'half-open');
}
