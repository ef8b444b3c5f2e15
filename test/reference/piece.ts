import { type Axis, cuts, isCut, type Stand, standAt } from './axis.js';
import { type Counted, dealNames } from './counted.js';
import type { Flat, Formula, Matrix, PayingCredits, Rates, Spiff, Tiers } from './document.js';
import { Fraction, one, zero } from './fraction.js';
import { minor } from './money.js';
import { multiplierOf } from './multiplier.js';
import { atRate, byFormula, byMatrix, byRules, bySpiff } from './rate.js';
import type { Situation } from './situation.js';

/** What is paid for a group of pieces of a credit that lie in the same bands. */
export type Paid = {
  readonly counted: Counted | null;
  readonly tier: number | null;
  readonly exact: Fraction;
};

/** Weight and multipliers of a line of a credit, or of one without. */
export const multipliers = (situation: Situation, counted: Counted | null): Fraction =>
  multiplierOf(
    situation,
    counted && { credit: counted.credit, names: dealNames(counted, situation.plan) },
  );

type Piece = { readonly from: Fraction; readonly to: Fraction };

/** Cuts a credit at all edges of all axes, pays each piece by where its middle stands, and adds up by bands. */
export function payCredit(
  situation: Situation<PayingCredits>,
  counted: Counted,
  own: Axis,
  accelerator: Axis | undefined,
): Paid[] {
  const groups = new Map<string, Paid>();
  for (const { from, to } of piecesOf(counted, accelerator ? [own, accelerator] : [own])) {
    const middle = from.plus(to).over(Fraction.of(2));
    const stand = standAt(own, counted, middle);
    const factor = accelerator && standAt(accelerator, counted, middle);
    if ([own, ...(accelerator ? [accelerator] : [])].some((axis) => isCut(axis, counted, middle)))
      continue;
    const pay = payOf(situation, counted, own, stand, to.minus(from));
    if (pay === null) continue;
    const exact = pay
      .times(factor ? Fraction.read(factor.band.written.multiplier!) : one)
      .times(multipliers(situation, counted));
    const tier = own.bands.length > 0 && stand ? stand.band.index : null;
    const key = `${tier}|${factor?.band.index}`;
    const before = groups.get(key)?.exact ?? zero;
    groups.set(key, { counted, tier, exact: before.plus(exact) });
  }
  return [...groups.values()];
}

function piecesOf(counted: Counted, axes: readonly Axis[]): Piece[] {
  const inside = axes
    .flatMap((axis) => cuts(axis, counted))
    .filter((cut) => cut.sign > 0 && cut.compare(one) < 0)
    .sort((a, b) => a.compare(b));
  const marks = [zero, ...inside, one];
  return marks.slice(1).flatMap((to, i) => {
    const from = marks[i]!;
    return from.compare(to) < 0 ? [{ from, to }] : [];
  });
}

/** What a share of a credit is paid, without multipliers; null if nothing. */
export function payOf(
  situation: Situation<PayingCredits>,
  counted: Counted,
  own: Axis,
  stand: Stand | undefined,
  share: Fraction,
): Fraction | null {
  const { component } = situation;
  if (component.kind === 'tiers')
    return stand ? payInTier(situation as Situation<Tiers>, counted, own, stand, share) : null;
  const whole = {
    flat: () => atRate(situation, counted, (component as Flat).rate),
    rates: () => byRules(situation as Situation<Rates>, counted),
    matrix: () => byMatrix(situation as Situation<Matrix>, counted, own),
    spiff: () => bySpiff(situation as Situation<Spiff>, counted),
    formula: () => byFormula(situation as Situation<Formula>, counted),
  }[component.kind]();
  return whole && whole.times(share);
}

/** By the rate of a band; or by its amount, spread along the band or once for the credit. */
function payInTier(
  situation: Situation<Tiers>,
  counted: Counted,
  axis: Axis,
  { band, as }: Stand,
  share: Fraction,
): Fraction | null {
  const { rate, amount } = band.written;
  if (rate !== undefined) return atRate(situation, counted, rate)?.times(share) ?? null;
  if (axis.fixed) return null;
  const whole = minor(amount!, situation.plan);
  if (as === 'running') return counted.count.sign === 0 ? null : whole.times(share);
  if (as === 'retroactive' || band.to === null) return null;
  const { start, end } = axis.stretches.get(counted)!;
  const length = band.to.minus(band.from ?? zero);
  const part = end.minus(start).times(share);
  return length.sign === 0 || part.sign === 0 ? null : part.times(whole).over(length);
}
