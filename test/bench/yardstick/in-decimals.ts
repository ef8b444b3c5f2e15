import { Decimal } from 'decimal.js';
import type { Credits } from './credits.js';
import { type Evaluator, teamSums, totalOf } from './evaluator.js';

Decimal.set({ precision: 30, rounding: Decimal.ROUND_HALF_EVEN });

const points = [400, 600, 900, 1200];

type Credit = { readonly deal: number; readonly amount: Decimal; readonly boosted: boolean };
type Line = {
  readonly deal: number;
  readonly place: number;
  readonly tier: number;
  readonly part: Decimal;
  readonly pay: Decimal;
};

/** The yardstick's plan over objects with decimal.js, as an application is written that has not been made fast. */
export function inDecimals(credits: Credits): Evaluator {
  const { deal, amount, product, start } = credits;
  const quotas = Array.from(credits.quota, (each) => new Decimal(each));
  const owned = quotas.map((_, place) =>
    Array.from({ length: start[place + 1]! - start[place]! }, (__, n): Credit => {
      const i = start[place]! + n;
      return { deal: deal[i]!, amount: new Decimal(amount[i]!), boosted: product[i]! % 4 === 0 };
    }),
  );
  const teams = Array.from(teamSums(credits), (each) => new Decimal(each));
  let lines: Line[] = [];
  const gross = new Float64Array(quotas.length);
  const override = new Float64Array(teams.length);
  const pay = (add: (line: Line) => void) => {
    for (let place = 0; place < quotas.length; place++)
      gross[place] = payRep(place, owned[place]!, quotas[place]!, add).toNumber();
    for (let i = 0; i < teams.length; i++) override[i] = at(teams[i]!, 100).toNumber();
  };
  return {
    total: () => {
      pay(() => undefined);
      return totalOf(credits, { gross, override });
    },
    lines: () => {
      lines = [];
      pay((line) => lines.push(line));
      return lines.length;
    },
    evaluated: () => ({ lines: lines.map(told), gross, override }),
  };
}

const at = (sum: Decimal, rate: number): Decimal =>
  sum.times(rate).div(10_000).toDecimalPlaces(0, Decimal.ROUND_HALF_EVEN);

function payRep(
  place: number,
  credits: readonly Credit[],
  quota: Decimal,
  add: (line: Line) => void,
): Decimal {
  const half = quota.div(2);
  const edges = [new Decimal(0), half, quota, quota.plus(half), null];
  let before = new Decimal(0);
  let gross = new Decimal(0);
  for (const { deal, amount, boosted } of credits) {
    const after = before.plus(amount);
    for (let tier = 0; tier < 4; tier++) {
      const [from, to] = [edges[tier]!, edges[tier + 1]];
      if (from.cmp(after) >= 0) break;
      if (to && to.cmp(before) <= 0) continue;
      const part = (to ? Decimal.min(to, after) : after).minus(Decimal.max(from, before));
      const pay = at(part, boosted ? points[tier]! * 1.25 : points[tier]!);
      add({ deal, place, tier: tier + 1, part, pay });
      gross = gross.plus(pay);
    }
    before = after;
  }
  return gross;
}

const told = ({ deal, place, tier, part, pay }: Line) =>
  [deal, place, tier, part.toNumber(), pay.toNumber()] as const;
