import { parseMoney, Rational } from '@laurel/shared/core';
import { holds } from './decide.js';
import { type Evaluation, type Run, sum } from './evaluation.js';
import { bringTo, exactOf, type Paid, paidLine, paidPiece, worthOf } from './paid.js';
import type { Partition } from './partition.js';
import { payOf } from './pay.js';
import { type PartsOf, type Piece, piecesOf } from './piece.js';
import { isDue, isLast } from './span.js';

/** The lines of one component: its pay, its true-up, what its cap cuts and its floor adds; or what its gate withholds. */
export function payComponent(evaluation: Evaluation): Paid[] {
  const { compiled, facts, component } = evaluation;
  if (!isDue(compiled, facts.partition)) return [];
  const partsOf = payOf(evaluation);
  const open = !compiled.gate || holds(compiled.gate, evaluation.values, { compiled, facts });
  const paid = piecesInOrder(evaluation, partsOf).map((piece) => paidPiece(evaluation, piece));
  const last = isLast(facts.partition);
  const whole = [...paid, ...trueUp(evaluation, partsOf, null)];
  if (!open) return withheld(evaluation, whole);
  const capped = [...whole, ...cutAt(evaluation, partsOf, whole)];
  const limited = [...capped, ...cappedPayment(evaluation, capped)];
  return last ? [...limited, ...raisedTo(evaluation, limited, component.floor)] : limited;
}

/** All pieces, deal by deal where totals start anew with each, in the order of the credits. */
function piecesInOrder(evaluation: Evaluation, partsOf: PartsOf): Piece[] {
  const pieces = evaluation.scopes.flatMap((run) => piecesOf(evaluation, run, partsOf));
  if (evaluation.compiled.accumulate !== 'deal') return pieces;
  const place = new Map(evaluation.counted.map((counted, i) => [counted, i]));
  const placeOf = ({ counted }: Piece) => (counted ? place.get(counted)! : -1);
  return pieces.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function withheld({ facts, component, compiled }: Evaluation, paid: readonly Paid[]): Paid[] {
  const base = sum(paid.map(({ exact }) => exact));
  if (base.isZero) return [];
  const detail = { gate: compiled.gate!.text };
  const terms = { component: component.name, kind: 'gate', base, rate: Rational.zero } as const;
  return [paidLine(facts.plan, { ...terms, detail })];
}

/** What a run pays, exactly. */
const exactly = (
  evaluation: Evaluation,
  run: Run,
  partsOf: PartsOf,
  most: Rational | null,
): Rational =>
  sum(piecesOf(evaluation, run, partsOf, most).map((piece) => exactOf(evaluation, piece)));

/** Kinds whose pay for earlier credits changes with the total. */
const truedUp = new Set(['flat', 'tiers', 'rates', 'matrix', 'curve']);

/**
 * What earlier credits of the year are due now, less what was due before this period. An amount for the whole
 * year is among the lines of now, so only what was due of it is taken off.
 */
function duePerYear(evaluation: Evaluation, partsOf: PartsOf, most: Rational | null): Rational {
  const { earlier, now, component } = evaluation;
  if (!component.trueUp || !truedUp.has(component.kind)) return Rational.zero;
  const { partition } = evaluation.facts;
  if (!isLast(partition) || !hasPaidBefore(partition)) return Rational.zero;
  const before = exactly(evaluation, { before: [], credits: earlier, all: earlier }, partsOf, most);
  if (!evaluation.compiled.paysCredits) return before.negate();
  const run = { before: [], credits: earlier, all: now.all };
  const ofCredits = piecesOf(evaluation, run, partsOf, most).filter(({ counted }) => counted);
  const due = sum(ofCredits.map((piece) => exactOf(evaluation, piece)));
  return due.subtract(before);
}

/** May an earlier period of the year have paid something? Not the first of all, nor that in which somebody is new. */
function hasPaidBefore({ place, range, active, earlier = [] }: Partition): boolean {
  if (earlier.length) return true;
  return place !== 0 && !(active && range && active.from >= range.from);
}

function trueUp(evaluation: Evaluation, partsOf: PartsOf, most: Rational | null): Paid[] {
  const base = duePerYear(evaluation, partsOf, most);
  if (base.isZero) return [];
  const { facts, component } = evaluation;
  return [paidLine(facts.plan, { component: component.name, kind: 'trueUp', base })];
}

/** Where attainment is capped, in numbers of the edges; null for not at all. */
function attainmentCap(evaluation: Evaluation): Rational | null {
  const { cap } = evaluation.component;
  return cap?.on === 'attainment' && capHolds(evaluation) ? Rational.parse(cap.at) : null;
}

function cutAt(evaluation: Evaluation, partsOf: PartsOf, whole: readonly Paid[]): Paid[] {
  const most = attainmentCap(evaluation);
  if (!most) return [];
  const { facts, component } = evaluation;
  const runs = evaluation.scopes.map((run) => exactly(evaluation, run, partsOf, most));
  const clipped = sum([...runs, duePerYear(evaluation, partsOf, most)]);
  const full = sum(whole.map(({ exact }) => exact));
  if (clipped.compare(full) >= 0) return [];
  const detail = {
    part: 'attainment',
    cap: { on: 'attainment', at: most.toText(), of: full.toText() },
  };
  return bringTo(facts.plan, { component: component.name, kind: 'cap', detail }, full, clipped);
}

function cappedPayment(evaluation: Evaluation, paid: readonly Paid[]): Paid[] {
  const { facts, component } = evaluation;
  const most = paymentCap(evaluation);
  if (!most) return [];
  const worth = worthOf(facts.plan, [...paidBefore(evaluation), ...paid]);
  if (worth.compare(most) <= 0) return [];
  const detail = { part: 'payment', cap: { on: 'payment', at: most.toText(), of: worth.toText() } };
  return bringTo(facts.plan, { component: component.name, kind: 'cap', detail }, worth, most);
}

function paymentCap(evaluation: Evaluation): Rational | null {
  const { cap } = evaluation.component;
  if (cap?.on !== 'payment' || !capHolds(evaluation)) return null;
  const { currency } = evaluation.facts.plan;
  if (cap.amount !== undefined) return Rational.of(parseMoney(cap.amount, currency));
  return evaluation.target && evaluation.target.multiply(Rational.parse(cap.share!));
}

const capHolds = (evaluation: Evaluation): boolean => {
  const { compiled, facts } = evaluation;
  return !compiled.capWhen || holds(compiled.capWhen, evaluation.values, { compiled, facts });
};

function raisedTo(
  evaluation: Evaluation,
  paid: readonly Paid[],
  floor: string | undefined,
): Paid[] {
  if (floor === undefined) return [];
  const { facts, component } = evaluation;
  const least = Rational.of(parseMoney(floor, facts.plan.currency));
  const worth = worthOf(facts.plan, [...paidBefore(evaluation), ...paid]);
  if (worth.compare(least) >= 0) return [];
  const detail = { cap: { on: 'floor', at: least.toText(), of: worth.toText() } };
  return bringTo(facts.plan, { component: component.name, kind: 'floor', detail }, worth, least);
}

/** What earlier versions of the plan paid in the period for a component of this name. */
const paidBefore = ({ facts, component }: Evaluation): Paid[] =>
  facts.before.filter(({ line }) => line.component === component.name);
