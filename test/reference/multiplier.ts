import { type Names, namesIn } from './expression.js';
import type { Credit } from './facts.js';
import { Fraction, one } from './fraction.js';
import type { Multiplier } from './document.js';
import type { Situation } from './situation.js';

type Of = { readonly credit: Credit; readonly names: Names } | null;

/** Weight and all multipliers that match, for a line of a credit or without one. */
export function multiplierOf(situation: Situation, of: Of): Fraction {
  const { weight = '1', multipliers = [] } = situation.component;
  return multipliers
    .filter((each) => matches(situation, each, of))
    .map(({ multiplier }) => Fraction.read(multiplier))
    .reduce((product, each) => product.times(each), Fraction.read(weight).times(one));
}

function matches(situation: Situation, { product, when }: Multiplier, of: Of): boolean {
  if (product !== undefined && product !== of?.credit.product) return false;
  if (when === undefined) return true;
  const asksDeal = namesIn(when).some((name) => name.startsWith('deal.'));
  if (asksDeal && !of) return false;
  const isOfDeal = asksDeal || product !== undefined;
  const names = { ...situation.names(), ...of?.names };
  return situation.holds(when, names, isOfDeal ? of!.credit.dealId : undefined);
}
