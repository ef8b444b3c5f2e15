import { unitOf, walk } from '../axis.js';
import type { Evaluation } from '../evaluation.js';
import { amountPart } from '../part.js';
import type { PartsOf } from '../piece.js';
import { Rational } from '@laurel/shared/core';
import { z } from 'zod';
import { bandComplaints } from '../band.js';
import { type Complaint, within } from '../complaint.js';
import { type EdgeRule, settings } from '../settings.js';
import { identifier, share, word } from '../words.js';
import { bases } from './tiers.js';

const point = z.strictObject(
  { at: share('attainment', '0.5'), pays: share('share of the target', '0.5') },
  { error: 'Expected a point such as { "at": "1", "pays": "1" }.' },
);
const points = z
  .array(point, { error: 'Expected a list of points.' })
  .min(1, { error: 'Expected at least one point.' });

const shape = z.discriminatedUnion(
  'shape',
  [
    z.strictObject({ shape: z.literal('table'), points }),
    z.strictObject({
      shape: z.literal('linear'),
      points,
      beyond: word(['hold', 'extend']).optional(),
    }),
    z.strictObject({
      shape: z.literal('threshold'),
      threshold: share('attainment', '0.7'),
      start: share('share of the target', '0.5').optional(),
      slope: share('slope', '2').optional(),
      most: share('share of the target', '2').optional(),
    }),
  ],
  { error: 'Expected one of the shapes "table", "linear", "threshold".' },
);
export type Shape = z.infer<typeof shape>;

/** The share of a target that a payee earns for their attainment. */
export const curveSchema = z.strictObject({
  kind: z.literal('curve'),
  ...settings,
  basis: word(bases).optional(),
  score: identifier.optional(),
  curve: shape,
});
export type Curve = z.infer<typeof curveSchema>;

/** What is wrong with a curve whose parts can each be read. */
export function curveComplaints({ curve, basis, score }: Curve): Complaint[] {
  const complaints: Complaint[] = [];
  if (basis === 'score' && score === undefined)
    complaints.push({ path: ['score'], message: 'Expected the name of the score.' });
  if (curve.shape === 'threshold') {
    if (Rational.parse(curve.threshold).compare(Rational.one) >= 0)
      complaints.push({ path: ['curve', 'threshold'], message: 'Expected less than "1".' });
    return complaints;
  }
  const bands = curve.points.map(({ at }) => ({ from: at }));
  const order = bandComplaints('point', bands, 'pay-nothing').map(({ path: [i], message }) => ({
    path: [i!, 'at'],
    message,
  }));
  return [...complaints, ...within(['curve', 'points'], order)];
}

/** What share of the target is paid at x. */
export function payout(curve: Shape, x: Rational, edges: EdgeRule): Rational {
  switch (curve.shape) {
    case 'table':
      return stepAt(curve.points, x, edges);
    case 'linear':
      return lineAt(curve.points, x, curve.beyond === 'extend');
    case 'threshold':
      return thresholdAt(curve, x);
  }
}

type Point = z.infer<typeof point>;

function stepAt(points: readonly Point[], x: Rational, edges: EdgeRule): Rational {
  const reached = points.findLast(({ at }, i) => {
    const order = x.compare(Rational.parse(at));
    return order > 0 || (order === 0 && (edges === 'half-open' || i === 0));
  });
  return reached ? Rational.parse(reached.pays) : Rational.zero;
}

function lineAt(points: readonly Point[], x: Rational, extend: boolean): Rational {
  const read = points.map(({ at, pays }) => ({
    at: Rational.parse(at),
    pays: Rational.parse(pays),
  }));
  const i = read.findLastIndex(({ at }) => at.compare(x) <= 0);
  if (i < 0) return Rational.zero;
  const last = i === read.length - 1;
  const from = read[last && extend ? Math.max(0, i - 1) : i]!;
  const to = read[last ? i : i + 1]!;
  if (from === to || (last && !extend)) return read[i]!.pays;
  const slope = to.pays.subtract(from.pays).divide(to.at.subtract(from.at));
  return from.pays.add(x.subtract(from.at).multiply(slope));
}

function thresholdAt(
  { threshold, start = '0', slope = '1', most }: Extract<Shape, { shape: 'threshold' }>,
  x: Rational,
): Rational {
  const [at, from] = [Rational.parse(threshold), Rational.parse(start)];
  if (x.compare(at) < 0) return Rational.zero;
  const above = x.subtract(Rational.one);
  const pays =
    above.sign > 0
      ? Rational.one.add(above.multiply(Rational.parse(slope)))
      : lineBetween(x, { at, pays: from }, { at: Rational.one, pays: Rational.one });
  return most === undefined ? pays : Rational.min(pays, Rational.parse(most));
}

type Place = { readonly at: Rational; readonly pays: Rational };

const lineBetween = (x: Rational, from: Place, to: Place): Rational =>
  from.pays.add(
    x.subtract(from.at).multiply(to.pays.subtract(from.pays)).divide(to.at.subtract(from.at)),
  );

/** The target times what the curve pays at where the payee stands. */
export function payCurve(component: Curve, evaluation: Evaluation): PartsOf {
  return (run, most) => {
    const { compiled, target } = evaluation;
    const unit = unitOf(evaluation, compiled.basis);
    const { total } = walk(evaluation, run, compiled.basis);
    if (!target || !unit) return [];
    if (unit.isZero)
      return component.zeroQuota === 'target' ? [amountPart('curve', null, target)] : [];
    if (!total) return [];
    const reached = total.divide(unit);
    const x = most ? Rational.min(reached, most) : reached;
    const rate = payout(component.curve, x, compiled.edges);
    const detail = { attainment: x.toText(), target: target.toText() };
    return [{ ...amountPart('curve', null, target, detail), rate }];
  };
}
