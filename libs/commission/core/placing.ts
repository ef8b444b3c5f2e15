import { Rational } from '@laurel/shared/core';
import { type Step, unitOf, walk } from './axis.js';
import {
  type Band,
  bandAt,
  entire,
  type Portion,
  portionIn,
  reachedBands,
  scaleBands,
} from './band.js';
import type { PayingBand } from './compile.js';
import type { Counted } from './counted.js';
import type { Evaluation, Run } from './evaluation.js';
import type { Basis } from './kind/tiers.js';
import type { EdgeRule } from './settings.js';

/** A band of one payee that pays. */
export type PaidBand = Band & Pick<PayingBand, 'rate' | 'amount'>;

/** A part of a credit and the band it is paid in. */
export type Placed = { readonly band: PaidBand; readonly portion: Portion };

/** Where the credits of a run stand in bands. */
export type Placement = {
  readonly place: (counted: Counted) => readonly Placed[];
  readonly stepOf: (counted: Counted) => Step;
  /** The part of a credit below what attainment is capped at. */
  readonly kept: (counted: Counted) => Portion | null;
  /** Where all of it ends, and the band that is. */
  readonly total: Rational | null;
  readonly standing: PaidBand | undefined;
  /** The band that pays everything below its end because a total has reached it. */
  readonly reached: PaidBand | undefined;
};

/** What to place: which bands, on which axis, and where attainment is capped, in numbers of the edges. */
export type Asked = {
  readonly bands: readonly PayingBand[];
  readonly basis: Basis;
  readonly most: Rational | null;
};

/** Puts the credits of a run into bands; null when what bands are measured by is not known. */
export function placing(evaluation: Evaluation, run: Run, asked: Asked): Placement | null {
  const { bands, basis, most } = asked;
  const unit = unitOf(evaluation, basis);
  if (unit === null) return null;
  if (unit.isZero && basis !== 'quota') return null;
  if (unit.isZero) return placingWithoutQuota(evaluation, run, asked);
  const { edges } = evaluation.compiled;
  const { steps, total } = walk(evaluation, run, basis);
  const clip = most && most.multiply(unit);
  const clipped = (x: Rational | null) => (x && clip ? Rational.min(x, clip) : x);
  const scaled = scaleBands(bands, unit).map((band, i) => ({ ...bands[i]!, ...band }));
  const reached = reachedBands(scaled, clipped(total), edges);
  const step = new Map(steps.map((each) => [each.counted, each]));
  return {
    place: (counted) => placed(reached, step.get(counted)!, edges, clipped),
    stepOf: (counted) => step.get(counted)!,
    kept: (counted) => keptBelow(clip, step.get(counted)!),
    total: clipped(total),
    standing: standingIn(scaled, clipped(total), edges),
    reached: reached.find(({ mode }) => mode === 'retroactive'),
  };
}

/** With a quota of 0 every credit stands whole in the band the plan names, or in none. */
function placingWithoutQuota(evaluation: Evaluation, run: Run, asked: Asked): Placement {
  const { zeroQuota = 'nothing' } = evaluation.component;
  const { steps } = walk(evaluation, run, asked.basis);
  const step = new Map(steps.map((each) => [each.counted, each]));
  const all = scaleBands(asked.bands, Rational.one).map((band, i) => ({
    ...asked.bands[i]!,
    ...band,
    mode: 'retroactive' as const,
  }));
  const band = zeroQuota === 'lowest' ? all[0] : zeroQuota === 'highest' ? all.at(-1) : undefined;
  return {
    place: () => (band ? [{ band: { ...band, amount: null }, portion: entire }] : []),
    stepOf: (counted) => step.get(counted)!,
    kept: () => entire,
    total: null,
    standing: band,
    reached: band && { ...band, amount: null },
  };
}

const standingIn = (bands: readonly PaidBand[], total: Rational | null, edges: EdgeRule) =>
  total ? bandAt(bands, total, edges) : undefined;

function placed(
  bands: readonly PaidBand[],
  step: Step,
  edges: EdgeRule,
  clipped: (x: Rational | null) => Rational | null,
): readonly Placed[] {
  if (bands.every(({ mode }) => mode !== 'running')) return cut(bands, step, edges);
  const end = clipped(step.end);
  const at = end && bandAt(bands, end, edges);
  if (at?.mode === 'running') return [{ band: at, portion: entire }];
  if (!at)
    return cut(
      bands.filter(({ mode }) => mode !== 'running'),
      step,
      edges,
    );
  return cut(bands.map(asMarginal), step, edges);
}

/** A running band that the credit does not end in. */
const asMarginal = (band: PaidBand): PaidBand =>
  band.mode === 'running' ? { ...band, mode: 'marginal' } : band;

function cut(bands: readonly PaidBand[], { start, end }: Step, edges: EdgeRule): Placed[] {
  if (end === null) return bands.filter(holdsAll).map((band) => ({ band, portion: entire }));
  if (start.equals(end)) {
    const band = bandAt(bands, start, edges);
    return band ? [{ band, portion: entire }] : [];
  }
  return bands.flatMap((band) => {
    const portion = portionIn(band, start, end);
    return portion ? [{ band, portion }] : [];
  });
}

/** Is all there is paid by this band, wherever a credit stands? */
const holdsAll = ({ mode, from, to }: PaidBand): boolean =>
  mode === 'retroactive' && from === null && to === null;

const keptBelow = (most: Rational | null, { start, end }: Step): Portion | null =>
  most === null || end === null || start.equals(end)
    ? entire
    : portionIn({ from: null, to: most }, start, end);
