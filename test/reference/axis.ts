import { type Band, endsAfter, standing } from './band.js';
import type { Counted } from './counted.js';
import type { Edges } from './document.js';
import { Fraction } from './fraction.js';

/** The stretch of the running total that a credit covers; null where the total is undefined. */
export type Stretch = { readonly start: Fraction; readonly end: Fraction } | null;

/** How a place is paid: by the band the whole scope reached, the one the credit reached, or its own. */
export type Stand = { readonly band: Band; readonly as: 'retroactive' | 'running' | 'own' };

/** What credits move along. */
export type Axis = {
  readonly bands: readonly Band[];
  readonly edges: Edges;
  readonly stretches: ReadonlyMap<Counted, Stretch>;
  /** Where the last credit ends; null where that is undefined. */
  readonly total: Fraction | null;
  /** Nothing above it is paid. */
  readonly most: Fraction | null;
  /** With a quota of 0, the band that all stands in. */
  readonly fixed?: Band | undefined;
};

/** Walks the credits one after the other from 0. */
export function walk(
  credits: readonly Counted[],
  move: (counted: Counted) => Fraction,
): Map<Counted, Stretch> {
  let at = Fraction.of(0);
  return new Map(
    credits.map((counted) => {
      const start = at;
      at = at.plus(move(counted));
      return [counted, { start, end: at }];
    }),
  );
}

/** The band that the total stands in. */
export const reached = ({ bands, edges, total, fixed }: Axis): Band | undefined =>
  fixed ?? (total === null ? undefined : standing(bands, total, edges));

/** The highest retroactive band up to the one that the total stands in. */
export function retroactiveBand(axis: Axis): Band | undefined {
  const top = axis.fixed ? undefined : reached(axis);
  const isTaking = ({ mode, index }: Band) => mode === 'retroactive' && index <= top!.index;
  return top && axis.bands.findLast(isTaking);
}

/** At which shares of a credit it crosses an edge. */
export function cuts({ bands, stretches, most, fixed }: Axis, counted: Counted): Fraction[] {
  const stretch = stretches.get(counted);
  if (!stretch || fixed) return [];
  const move = stretch.end.minus(stretch.start);
  if (move.sign === 0) return [];
  return [...bands.flatMap(({ from, to }) => [from, to]), most]
    .filter((edge) => edge !== null)
    .map((edge) => edge.minus(stretch.start).over(move));
}

const placeOf = ({ start, end }: NonNullable<Stretch>, share: Fraction): Fraction =>
  start.plus(end.minus(start).times(share));

/** Is this place of a credit above what is paid? A credit that does not move has no part there. */
export function isCut({ stretches, most }: Axis, counted: Counted, share: Fraction): boolean {
  const stretch = stretches.get(counted);
  if (most === null || !stretch || stretch.start.compare(stretch.end) === 0) return false;
  return placeOf(stretch, share).compare(most) > 0;
}

/** How a place of a credit is paid; undefined where it is not. */
export function standAt(axis: Axis, counted: Counted, share: Fraction): Stand | undefined {
  const { bands, edges, most, stretches, fixed } = axis;
  if (fixed) return { band: fixed, as: fixed.mode === 'marginal' ? 'own' : fixed.mode };
  const [top, taker] = [reached(axis), retroactiveBand(axis)];
  if (taker && taker === top) return { band: taker, as: 'retroactive' };
  const stretch = stretches.get(counted);
  if (!stretch) return undefined;
  const live = top ? bands : bands.filter(({ mode }) => mode !== 'retroactive');
  const isTaken = (x: Fraction) => taker !== undefined && endsAfter(taker.to, x, edges);
  const end = most === null ? stretch.end : stretch.end.least(most);
  const after = standing(live, end, edges);
  if (after?.mode === 'running' && !isTaken(end)) return { band: after, as: 'running' };
  const place = placeOf(stretch, share);
  if (isTaken(place)) return { band: taker!, as: 'retroactive' };
  const band = standing(live, place, edges);
  if (band?.mode === 'running' && !after && !isTaken(end)) return undefined;
  return band && { band, as: 'own' };
}
