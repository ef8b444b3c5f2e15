import { Company, parsePlan, PlainKernel, PlainLines, plainPlan } from '@laurel/commission/core';
import type { Credits } from './credits.js';
import { type Evaluator, teamSums, totalOf } from './evaluator.js';
import { leaders, sellers } from './plans.js';

const plan = (document: object) => plainPlan(parsePlan(document))!;

const [ofSellers, ofLeaders] = [plan(sellers), plan(leaders)];

/** Laurel's own evaluator, to which the yardstick's plan is data. */
export function byLaurel(credits: Credits): Evaluator {
  const [reps, managers] = [sellersOf(credits), leadersOf(credits)];
  const kernel = new PlainKernel(ofSellers, reps.products);
  const lines = new PlainLines();
  /** Where the lines of each rep's quarter end. */
  const ends = new Int32Array(reps.payees.length);
  let gross = new Float64Array(0);
  const overrides = () => managers.earned(ofLeaders);
  return {
    total: () => {
      const both = { gross: reps.earned(ofSellers), override: overrides() };
      return totalOf(credits, both);
    },
    lines: () => {
      lines.clear();
      gross = Float64Array.from(reps.payees, (payee, i) => {
        const earned = kernel.earned(reps, payee, lines);
        ends[i] = lines.length;
        return earned;
      });
      return lines.length;
    },
    evaluated: () => ({ lines: told(credits, kernel, lines, ends), gross, override: overrides() }),
  };
}

function sellersOf({ amount, product, start, quota }: Credits): Company {
  const company = new Company();
  quota.forEach((each, place) => {
    const own = [start[place]!, start[place + 1]!] as const;
    const places = Array.from(product.subarray(...own), (number) =>
      company.products.placeOf(`P${number}`),
    );
    company.add(each, { amount: amount.subarray(...own), product: places, rolledUp: [] });
  });
  return company;
}

function leadersOf(credits: Credits): Company {
  const company = new Company();
  for (const amount of teamSums(credits))
    company.add(null, { amount: [], product: [], rolledUp: [{ level: 1, amount }] });
  return company;
}

function* told({ deal }: Credits, kernel: PlainKernel, lines: PlainLines, ends: Int32Array) {
  let place = 0;
  for (let i = 0; i < lines.length; i++) {
    while (i >= ends[place]!) place++;
    const { tier } = kernel.term(lines.term[i]!, lines.base[i]!);
    yield [deal[lines.credit[i]!]!, place, tier! + 1, lines.base[i]!, lines.amount[i]!] as const;
  }
}
