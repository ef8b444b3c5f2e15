import { acceleratorAxis, ownAxis, type Scope, scopesOf, type View } from './axes.js';
import { type Axis, reached, retroactiveBand } from './axis.js';
import type { Counted } from './counted.js';
import type { PayingCredits } from './document.js';
import { Fraction, one, sum } from './fraction.js';
import { type Line, makeLine } from './line.js';
import { minor } from './money.js';
import { multipliers, type Paid, payCredit, payOf } from './piece.js';
import type { Moment, Situation } from './situation.js';

const lineKinds = {
  flat: 'flat',
  tiers: 'tier',
  rates: 'rate',
  matrix: 'matrix',
  spiff: 'spiff',
  formula: 'formula',
} as const;

/** The lines of credits, cut by the cap on attainment or not. */
export function creditLines(situation: Situation<PayingCredits>, isCapped: boolean): Line[] {
  const { component, plan } = situation;
  const kind = lineKinds[component.kind];
  return scopesOf(situation)
    .flatMap((scope) => payScope(situation, { scope, moment: 'now', isCapped }, scope.credits))
    .map(({ counted, tier, exact }) =>
      makeLine(plan, {
        component: component.name,
        kind,
        creditId: counted?.credit.id ?? null,
        tier,
        exact,
      }),
    );
}

/** What earlier credits are due at a moment, and the amount of a retroactive band if it was paid then. */
export function earlierPay(
  situation: Situation<PayingCredits>,
  moment: Moment,
  isCapped: boolean,
): Fraction {
  const [scope] = scopesOf(situation);
  const paid = payScope(situation, { scope: scope!, moment, isCapped }, scope!.before);
  return sum(
    paid.filter(({ counted }) => moment === 'start' || counted !== null).map(({ exact }) => exact),
  );
}

/** Pays some credits of a scope piece by piece; nothing where an axis cannot be laid. */
function payScope(
  situation: Situation<PayingCredits>,
  view: View,
  credits: readonly Counted[],
): Paid[] {
  const needsAxis = ['flat', 'tiers', 'rates', 'matrix'].includes(situation.component.kind);
  const own = needsAxis ? ownAxis(situation, view) : emptyAxis;
  const accelerator = situation.component.accelerator && acceleratorAxis(situation, view);
  const paid = credits.filter((counted) => counted.paid);
  if (own === null) return [];
  if (accelerator === null) {
    // What is missing for the deals is told all the same.
    for (const counted of paid) payOf(situation, counted, own, undefined, one);
    return [];
  }
  return [
    ...amountOfScope(situation, own, accelerator, view.scope, credits),
    ...paid.flatMap((counted) => payCredit(situation, counted, own, accelerator)),
  ];
}

const emptyAxis: Axis = {
  bands: [],
  edges: 'half-open',
  stretches: new Map(),
  total: null,
  most: null,
};

/** The amount of a retroactive band, once. */
function amountOfScope(
  situation: Situation<PayingCredits>,
  own: Axis,
  accelerator: Axis | undefined,
  scope: Scope,
  credits: readonly Counted[],
): Paid[] {
  const { component, plan } = situation;
  const amount = retroactiveBand(own)?.written.amount;
  if (amount === undefined || own.total === null || own.total.sign < 0) return [];
  const perDeal = component.accumulate === 'deal';
  if (!perDeal && !situation.isLast) return [];
  const first = scope.credits.find(({ paid }) => paid);
  if (perDeal && !(first && credits.includes(first))) return [];
  const counted = perDeal ? first! : null;
  const acceleration = accelerator ? Fraction.read(reached(accelerator)!.written.multiplier!) : one;
  const exact = minor(amount, plan).times(acceleration).times(multipliers(situation, counted));
  return [{ counted, tier: retroactiveBand(own)!.index, exact }];
}
