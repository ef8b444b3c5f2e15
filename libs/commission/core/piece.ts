import { Rational } from '@laurel/shared/core';
import { common, entire, type Portion, sizeOf } from './band.js';
import type { Counted } from './counted.js';
import type { Evaluation, Run } from './evaluation.js';
import type { EarningKind, LineDetail } from './line.js';
import { type Placement, placing } from './placing.js';

/** The tier a part is paid in, as a line tells it. */
export type TierPlace = {
  readonly tier: number;
  readonly tierFrom: string;
  readonly tierTo: string | null;
  readonly creditedBefore: Rational | null;
};

/** What a kind pays: a part of a credit, or something without one; whole × size of the portion × rate. */
export type Part = {
  readonly kind: EarningKind;
  readonly counted: Counted | null;
  readonly portion: Portion;
  readonly whole: Rational;
  readonly rate: Rational;
  readonly by?: Rational;
  readonly tier?: TierPlace;
  readonly detail?: LineDetail;
  /** Paid once for the whole scope, though on a credit: what is above a cap takes nothing off it. */
  readonly once?: boolean;
};

/** A part after the accelerator and a cap on attainment have cut it. */
export type Piece = Part & {
  readonly base: Rational;
  /** The multiplier of the accelerator and the tier of it; null without one. */
  readonly accelerated: { readonly by: Rational; readonly tier: number } | null;
};

/** How parts are made: for a run, with attainment capped or not. */
export type PartsOf = (run: Run, most: Rational | null) => readonly Part[];

/** Cuts parts where the accelerator changes, and takes off what lies above the cap on attainment. */
export function piecesOf(
  evaluation: Evaluation,
  run: Run,
  partsOf: PartsOf,
  most: Rational | null = null,
): Piece[] {
  const { compiled } = evaluation;
  const parts = partsOf(run, most);
  const accelerating = compiled.accelerator && {
    bands: compiled.accelerator,
    basis: 'quota' as const,
    most: compiled.basis === 'quota' ? most : null,
  };
  const accelerator = accelerating && placing(evaluation, run, accelerating);
  if (accelerating && !accelerator) return [];
  const keep = most && placing(evaluation, run, { bands: [], basis: compiled.basis, most });
  const pieces = parts.flatMap((part) => {
    const isCut = keep && part.counted && !part.once;
    const kept = isCut ? meet(part, keep.kept(part.counted)) : part.portion;
    if (!kept) return [];
    const cut = { ...part, portion: kept };
    return accelerator ? accelerate(cut, accelerator) : [piece(cut, null)];
  });
  return pieces.filter(({ base, counted }) => !counted || !base.isZero);
}

function accelerate(part: Part, { place, standing }: Placement): Piece[] {
  if (!part.counted)
    return standing ? [piece(part, { by: standing.rate!, tier: standing.index })] : [];
  return place(part.counted).flatMap(({ band, portion }) => {
    const both = common(part.portion, portion);
    const accelerated = { by: band.rate!, tier: band.index };
    return both ? [piece({ ...part, portion: both }, accelerated)] : [];
  });
}

const meet = ({ portion }: Part, other: Portion | null): Portion | null =>
  other && common(portion, other);

const piece = (part: Part, accelerated: Piece['accelerated']): Piece => ({
  ...part,
  base: part.portion === entire ? part.whole : part.whole.multiply(sizeOf(part.portion)),
  accelerated,
});
