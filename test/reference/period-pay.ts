import { acceleratorAxis, totalOf, unitOfBasis } from './axes.js';
import { reached } from './axis.js';
import { payout } from './curve.js';
import type {
  Bonus,
  CurveOf,
  Formula,
  Objectives,
  Override,
  PayingPeriod,
  Pool,
} from './document.js';
import { evaluate } from './expression.js';
import { Fraction, one, sum, zero } from './fraction.js';
import { type Line, makeLine } from './line.js';
import { minor } from './money.js';
import { multiplierOf } from './multiplier.js';
import { partOfPool } from './pool.js';
import type { Moment, Situation } from './situation.js';

/** The lines of a component that pays the period as a whole. */
export function periodLines(situation: Situation<PayingPeriod>, isCapped: boolean): Line[] {
  const amounts = amountsOf(situation, isCapped).filter((amount) => amount !== null);
  const acceleration = accelerationOf(situation, 'now', isCapped);
  if (acceleration === null || amounts.length === 0) return [];
  const { component, plan } = situation;
  const kind = component.kind === 'objectives' ? 'objective' : component.kind;
  const factor = acceleration.times(multiplierOf(situation, null));
  return amounts.map((amount) =>
    makeLine(plan, { component: component.name, kind, exact: amount.times(factor) }),
  );
}

/** What each line is worth before any multiplier; null where there is none. */
function amountsOf(situation: Situation<PayingPeriod>, isCapped: boolean): (Fraction | null)[] {
  switch (situation.component.kind) {
    case 'override':
      return [override(situation as Situation<Override>)];
    case 'formula':
      return [formula(situation as Situation<Formula>)];
    case 'curve':
      return [curveAt(situation as Situation<CurveOf>, 'now', isCapped)];
    case 'bonus':
      return [bonus(situation as Situation<Bonus>)];
    case 'objectives':
      return objectives(situation as Situation<Objectives>);
    case 'pool':
      return [partOfPool(situation as Situation<Pool>)];
  }
}

/** The multiplier of the accelerator's band that the total stands in; null if that is not known. */
function accelerationOf(situation: Situation, moment: Moment, isCapped: boolean): Fraction | null {
  if (!situation.component.accelerator) return one;
  const scope = { before: situation.earlier, credits: situation.now };
  const axis = acceleratorAxis(situation, { scope, moment, isCapped });
  return axis && Fraction.read(reached(axis)!.written.multiplier!);
}

/** The curve's true-up takes off what the year was due with the earlier credits alone. */
export function curveAtStart(situation: Situation<CurveOf>, isCapped: boolean): Fraction {
  const due = curveAt(situation, 'start', isCapped);
  const acceleration = accelerationOf(situation, 'start', isCapped);
  if (acceleration === null || due === null) return zero;
  return due.times(acceleration).times(multiplierOf(situation, null));
}

const something = (pay: Fraction): Fraction | null => (pay.sign === 0 ? null : pay);

function override({ component, now, worthOfOne }: Situation<Override>): Fraction | null {
  const base = something(sum(now.filter(({ paid }) => paid).map(({ measure }) => measure)));
  return base && Fraction.read(component.rate).times(base).times(worthOfOne);
}

function formula(situation: Situation<Formula>): Fraction | null {
  const value = evaluate(situation.component.formula, situation.names());
  if (value === null) situation.problems.add('FORMULA_UNDEFINED');
  return value instanceof Fraction ? value.times(situation.unit) : null;
}

function curveAt(
  situation: Situation<CurveOf>,
  moment: Moment,
  isCapped: boolean,
): Fraction | null {
  const { curve, cap, edges = 'half-open', basis = 'quota', zeroQuota } = situation.component;
  const target = situation.neededTarget();
  const unit = unitOfBasis(situation, basis);
  const total = totalOf(situation, basis, situation.counted(moment));
  if (target === null || unit === null) return null;
  if (unit.sign === 0) return zeroQuota === 'target' ? target : null;
  if (total === null) return null;
  const x = total.over(unit);
  const isClipped = isCapped && cap?.on === 'attainment';
  return target.times(payout(curve, isClipped ? x.least(Fraction.read(cap.at!)) : x, edges));
}

function bonus(situation: Situation<Bonus>): Fraction | null {
  const { amount, share, when } = situation.component;
  const wasDue =
    when !== undefined && situation.isYear && situation.holds(when, situation.names('start'));
  if (!situation.holds(when, situation.names()) || wasDue) return null;
  if (amount !== undefined) return minor(amount, situation.plan);
  return situation.neededTarget()?.times(Fraction.read(share!)) ?? null;
}

function objectives(situation: Situation<Objectives>): (Fraction | null)[] {
  const { objectives, most } = situation.component;
  const target = situation.neededTarget();
  const scores = objectives.map(({ name }) => situation.neededScore(name));
  return objectives.map(({ weight }, i) => {
    const scored = scores[i]!;
    const score = scored && most !== undefined ? scored.least(Fraction.read(most)) : scored;
    return target && score && target.times(Fraction.read(weight)).times(score);
  });
}
