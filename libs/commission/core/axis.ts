import { Rational } from '@laurel/shared/core';
import { type Counted, quantityOf } from './counted.js';
import { type Evaluation, type Run, sum } from './evaluation.js';
import type { Basis } from './kind/tiers.js';

/** A credit on its way along an axis; an end of null is nowhere, such as a margin share of nothing. */
export type Step = {
  readonly counted: Counted;
  readonly start: Rational;
  readonly end: Rational | null;
};

/** Where each credit of a run leads, and where all of them end. */
export type Walk = { readonly steps: readonly Step[]; readonly total: Rational | null };

/** Walks the credits of a run along the axis of a basis. */
export function walk(evaluation: Evaluation, run: Run, basis: Basis): Walk {
  if (basis === 'score') return standing(run, scoreOf(evaluation));
  if (basis === 'marginShare') return margins(run);
  let place = totalOf(run.before, basis);
  const steps = run.credits.map((counted) => {
    const start = place;
    place = start.add(moveOf(counted, basis));
    return { counted, start, end: place };
  });
  return { steps, total: run.all === run.credits ? place : totalOf(run.all, basis) };
}

/** What a credit moves the total by. */
export function moveOf(counted: Counted, basis: Basis): Rational {
  if (basis === 'amount' || basis === 'margin' || basis === 'count' || basis === 'quantity')
    return quantityOf(counted, basis)!;
  return counted.measure;
}

/** What one of the numbers that edges are written in comes to on the axis; null where that is not known. */
export function unitOf(evaluation: Evaluation, basis: Basis): Rational | null {
  switch (basis) {
    case 'quota':
      return evaluation.quota;
    case 'target':
      return evaluation.target;
    case 'amount':
    case 'margin':
      return evaluation.unit;
    default:
      return Rational.one;
  }
}

/** Where credits end on an additive axis. */
const totalOf = (credits: readonly Counted[], basis: Basis): Rational =>
  sum(credits.map((each) => moveOf(each, basis)));

function scoreOf(evaluation: Evaluation): Rational | null {
  const { component } = evaluation;
  return 'score' in component && component.score ? evaluation.score(component.score) : null;
}

/** An axis on which no credit moves. */
const standing = ({ credits }: Run, place: Rational | null): Walk => ({
  steps: credits.map((counted) => ({ counted, start: place ?? Rational.zero, end: place })),
  total: place,
});

function margins({ before, credits, all }: Run): Walk {
  const counted = [...before];
  const steps = credits.map((each) => {
    counted.push(each);
    const end = marginShare(counted);
    return { counted: each, start: end ?? Rational.zero, end };
  });
  return { steps, total: marginShare(all) };
}

function marginShare(credits: readonly Counted[]): Rational | null {
  const amount = totalOf(credits, 'amount');
  return amount.isZero ? null : totalOf(credits, 'margin').divide(amount);
}
