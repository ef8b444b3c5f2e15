import { Rational } from '@laurel/shared/core';
import type { CompiledPlan } from './compile.js';
import type { Counted } from './counted.js';
import { holds } from './decide.js';
import type { Evaluation } from './evaluation.js';
import type { EarningKind, EarningLine, LineDetail, LineFactor } from './line.js';
import type { Piece } from './piece.js';
import { isMoney } from './quota-of.js';

/** A line with its exact value, which limits and totals are reckoned with. */
export type Paid = { readonly line: EarningLine; readonly exact: Rational };

/** What a piece is multiplied by, and why. */
export type Multiplied = { readonly by: Rational; readonly factors: readonly LineFactor[] };

/** Weight, accelerator and all multipliers that match. */
export function multiplierOf(evaluation: Evaluation, piece: Piece): Multiplied {
  const { compiled, component } = evaluation;
  const { accelerated, counted } = piece;
  const factors: LineFactor[] = [];
  const factor = (of: LineFactor['of'], by: Rational, why?: string) =>
    factors.push({ of, by: by.toText(), ...(why !== undefined && { why }) });
  let by = piece.by ?? Rational.one;
  if (piece.by) factor('weight', piece.by);
  if (component.weight !== undefined) factor('weight', compiled.weight);
  if (accelerated) factor('accelerator', accelerated.by);
  by = by.multiply(compiled.weight).multiply(accelerated?.by ?? Rational.one);
  for (const each of compiled.multipliers) {
    if (!matches(evaluation, each, counted)) continue;
    factor(each.when ? 'condition' : 'product', each.by, each.when?.text ?? each.product);
    by = by.multiply(each.by);
  }
  return { by, factors };
}

function matches(
  evaluation: Evaluation,
  { product, when, ofDeal }: Evaluation['compiled']['multipliers'][number],
  counted: Counted | null,
): boolean {
  if (ofDeal && !counted) return false;
  if (product !== undefined && counted?.credit.product !== product) return false;
  if (!when) return true;
  const { compiled, facts } = evaluation;
  const values = ofDeal ? evaluation.valuesOf(counted!) : evaluation.values;
  return holds(when, values, { compiled, facts, credit: ofDeal ? counted?.credit : undefined });
}

/** What a piece comes to, exactly. */
export const exactOf = (evaluation: Evaluation, piece: Piece): Rational =>
  piece.base.multiply(piece.rate).multiply(multiplierOf(evaluation, piece).by);

/** The line of a piece: multiplied exactly, rounded once. */
export function paidPiece(evaluation: Evaluation, piece: Piece): Paid {
  const { facts, component } = evaluation;
  const { by, factors } = multiplierOf(evaluation, piece);
  const { counted, tier } = piece;
  const quota = evaluation.quota;
  const told = tier && quota && isMoney(evaluation.compiled) ? quota : null;
  return paidLine(facts.plan, {
    component: component.name,
    kind: piece.kind,
    counted,
    base: piece.base,
    rate: piece.rate,
    by,
    place: tier && {
      tier: tier.tier,
      tierFrom: tier.tierFrom,
      tierTo: tier.tierTo,
      creditedBefore: wholeOf(tier.creditedBefore),
      quota: wholeOf(told),
    },
    detail: detailOf(evaluation, piece, factors, told),
  });
}

const wholeOf = (number: Rational | null | undefined): bigint | null =>
  number?.isInteger ? number.numerator : null;

/** What the fields of the line do not say; null where they say it all. */
function detailOf(
  { component }: Evaluation,
  { detail, counted, accelerated }: Piece,
  factors: readonly LineFactor[],
  quota: Rational | null,
): LineDetail | null {
  const { measure = 'amount' } = component;
  const onlyProduct = factors.every(({ of }) => of === 'product') && factors.length < 2;
  const { part, ...rest } = detail ?? {};
  const full: LineDetail = {
    ...((part ?? accelerated) && { part: part ?? `tier ${accelerated!.tier}` }),
    ...(measure !== 'amount' && { measure }),
    ...rest,
    ...(!onlyProduct && { factors }),
    ...(counted?.exchange && { exchange: counted.exchange }),
    ...(quota && !quota.isInteger && { quota: quota.toText() }),
  };
  return Object.keys(full).length ? full : null;
}

type Terms = {
  readonly component: string;
  readonly kind: EarningKind;
  readonly counted?: Counted | null;
  readonly base: Rational;
  readonly rate?: Rational;
  readonly by?: Rational;
  readonly place?:
    Pick<EarningLine, 'tier' | 'tierFrom' | 'tierTo' | 'creditedBefore' | 'quota'> | undefined;
  readonly detail?: LineDetail | null;
};

const noPlace = { tier: null, tierFrom: null, tierTo: null, creditedBefore: null, quota: null };

/** Multiplies exactly and rounds once, the way the plan says. */
export function paidLine(plan: CompiledPlan, terms: Terms): Paid {
  const { component, kind, counted, base, rate = Rational.one, by = Rational.one } = terms;
  const exact = base.multiply(rate).multiply(by);
  const line = {
    component,
    kind,
    creditId: counted?.credit.id ?? null,
    dealId: counted?.credit.dealId ?? null,
    ...(terms.place ?? noPlace),
    base: base.toText(),
    rate: rate.toText(),
    multiplier: by.toText(),
    exact: exact.toText(),
    amount: exact.round(plan.rounding),
    currency: plan.currency,
    rounding: plan.rounding,
    detail: terms.detail ?? null,
  };
  return { line, exact };
}

/** What lines are worth to a limit: their amounts, or the exact values where only the statement is rounded. */
export const worthOf = ({ document }: CompiledPlan, paid: readonly Paid[]): Rational =>
  paid.reduce(
    (sum, { line, exact }) =>
      sum.add(document.roundAt === 'statement' ? exact : Rational.of(line.amount)),
    Rational.zero,
  );

/** A line that brings what has been paid from one value to another; none where it is that already. */
export function bringTo(
  plan: CompiledPlan,
  terms: Pick<Terms, 'component' | 'kind' | 'detail'>,
  from: Rational,
  to: Rational,
): Paid[] {
  const base = to.subtract(from);
  return base.isZero ? [] : [paidLine(plan, { ...terms, base })];
}
