import { type Axis, type Stretch, walk } from './axis.js';
import { makeBands } from './band.js';
import { type Counted, marginShare } from './counted.js';
import type { Basis, Component, Mode, WrittenBand } from './document.js';
import { Fraction, one, sum, zero } from './fraction.js';
import type { Moment, Situation } from './situation.js';

/** What shares an axis: credits before the period, and those of it. */
export type Scope = { readonly before: readonly Counted[]; readonly credits: readonly Counted[] };

/** The whole period, the year so far, or each deal. */
export function scopesOf({ component, earlier, now }: Situation): Scope[] {
  if (component.accumulate !== 'deal') return [{ before: earlier, credits: now }];
  const deals = [...new Set(now.map(({ credit }) => credit.dealId))];
  return deals.map((deal) => ({
    before: [],
    credits: now.filter(({ credit }) => credit.dealId === deal),
  }));
}

export type View = {
  readonly scope: Scope;
  /** Whose total counts: that of all credits, or of those before the period. */
  readonly moment: Moment;
  /** With the cap on attainment? */
  readonly isCapped: boolean;
};

/** What one on the axis is; null where that is not known, and the problem is told. */
export function unitOfBasis(situation: Situation, basis: Basis): Fraction | null {
  if (basis === 'quota') return situation.neededQuota();
  if (basis === 'target') return targetUnit(situation);
  return basis === 'amount' || basis === 'margin' ? situation.unit : one;
}

/** There are no multiples of a target of 0. */
function targetUnit(situation: Situation): Fraction | null {
  const target = situation.neededTarget();
  return target?.sign === 0 ? null : target;
}

/** The axis that a component's own bands lie on; null if nothing can be paid. */
export function ownAxis(situation: Situation, view: View): Axis | null {
  const { component } = situation;
  const basis = ('basis' in component && component.basis) || 'quota';
  if (component.kind === 'tiers')
    return bandedAxis(situation, view, basis, component.tiers, component.mode);
  const isPlain = component.kind !== 'matrix' || !asksAttainment(component);
  const unit = isPlain && basis === 'quota' ? situation.quota : unitOfBasis(situation, basis);
  return makeAxis(situation, view, basis, unit, []);
}

/** Is anything that a component pays measured by its quota? */
export function needsQuota(component: Component): boolean {
  if (component.accelerator) return true;
  if (component.kind === 'matrix') return asksAttainment(component);
  const isOnAxis = component.kind === 'tiers' || component.kind === 'curve';
  return isOnAxis && (component.basis ?? 'quota') === 'quota';
}

const asksAttainment = ({ rows, columns }: Extract<Component, { kind: 'matrix' }>): boolean =>
  [rows, columns].some(({ by }) => by === 'attainment');

/** An accelerator is clipped where its axis is that of the kind. */
export function acceleratorAxis(situation: Situation, view: View): Axis | null {
  const { accelerator } = situation.component;
  const basis = ('basis' in situation.component && situation.component.basis) || 'quota';
  const own = { ...view, isCapped: view.isCapped && basis === 'quota' };
  return bandedAxis(situation, own, 'quota', accelerator!.tiers, accelerator!.mode);
}

function bandedAxis(
  situation: Situation,
  view: View,
  basis: Basis,
  written: readonly WrittenBand[],
  mode?: Mode,
): Axis | null {
  const unit = unitOfBasis(situation, basis);
  if (unit === null) return null;
  const bands = makeBands(written, unit, mode);
  const axis = makeAxis(situation, view, basis, unit, bands);
  if (basis !== 'quota' || unit.sign !== 0) return axis;
  const { zeroQuota = 'nothing' } = situation.component;
  if (zeroQuota === 'nothing') return null;
  return { ...axis, fixed: bands.at(zeroQuota === 'lowest' ? 0 : -1) };
}

function makeAxis(
  situation: Situation,
  view: View,
  basis: Basis,
  unit: Fraction | null,
  bands: Axis['bands'],
): Axis {
  const { cap, edges = 'half-open' } = situation.component;
  const isClipped = view.isCapped && cap?.on === 'attainment' && unit !== null && unit.sign !== 0;
  const most = isClipped ? Fraction.read(cap.at!).times(unit) : null;
  const all = [...view.scope.before, ...view.scope.credits];
  const counting = view.moment === 'now' ? all : view.scope.before;
  const total = totalOf(situation, basis, counting);
  return {
    bands,
    edges,
    most,
    total: total && most ? total.least(most) : total,
    stretches: stretchesOf(situation, basis, all),
  };
}

type Moving = 'measure' | 'amount' | 'margin' | 'count' | 'quantity';
const moving = (basis: Basis): Moving =>
  basis === 'quota' || basis === 'target' ? 'measure' : (basis as Moving);

/** How far credits go along a basis; null where that is undefined. */
export function totalOf(
  situation: Situation,
  basis: Basis,
  credits: readonly Counted[],
): Fraction | null {
  if (basis === 'score') return situation.neededScore(scoreOf(situation));
  if (basis === 'marginShare')
    return marginShare(
      sum(credits.map(({ margin }) => margin ?? zero)),
      sum(credits.map(({ amount }) => amount)),
    );
  return sum(credits.map((each) => each[moving(basis)] ?? zero));
}

const scoreOf = ({ component }: Situation): string =>
  ('score' in component && component.score) || '';

/** A share of margin and a score are not moved along: a credit stands whole where it leaves them. */
function stretchesOf(
  situation: Situation,
  basis: Basis,
  credits: readonly Counted[],
): Map<Counted, Stretch> {
  if (basis !== 'score' && basis !== 'marginShare')
    return walk(credits, (counted) => counted[moving(basis)] ?? zero);
  return new Map(
    credits.map((counted, i) => {
      const place = totalOf(situation, basis, credits.slice(0, i + 1));
      return [counted, place && { start: place, end: place }];
    }),
  );
}
