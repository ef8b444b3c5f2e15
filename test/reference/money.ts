import type { Plan } from './document.js';
import type { Facts, Money } from './facts.js';
import { Fraction } from './fraction.js';

const digits: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };

/** Minor units in one of a currency. */
export const unitOf = (currency: string): Fraction => Fraction.of(10n ** BigInt(digits[currency]!));

/** An amount of a document, in minor units. */
export const minor = (text: string, { currency }: Plan): Fraction =>
  Fraction.read(text).times(unitOf(currency));

/** What one of a currency is worth in the plan's on a day: by its own rate, else by that of the way back. */
function worthOn(currency: string, day: string, { plan, rates }: Facts): Fraction | null {
  if (currency === plan.currency) return Fraction.of(1);
  const last = (from: string, to: string) =>
    rates
      .filter((each) => each.from === from && each.to === to && each.day <= day)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .at(-1);
  const there = last(currency, plan.currency);
  if (there) return Fraction.read(there.rate);
  const back = last(plan.currency, currency);
  return back ? Fraction.of(1).over(Fraction.read(back.rate)) : null;
}

/** In whole minor units of the plan's currency; null without a rate. */
export function convert(
  amount: bigint,
  { currency }: Money,
  day: string,
  facts: Facts,
): Fraction | null {
  const worth = worthOn(currency, day, facts);
  if (worth === null || currency === facts.plan.currency) return worth && Fraction.of(amount);
  const exact = Fraction.of(amount)
    .over(unitOf(currency))
    .times(worth)
    .times(unitOf(facts.plan.currency));
  return Fraction.of(exact.round(facts.plan.rounding));
}
