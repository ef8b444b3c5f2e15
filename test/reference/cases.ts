import { parsePlan } from '@laurel/commission/core';
import { isPlan } from './agreement.js';
import { Dice } from './random/dice.js';
import type { Plan } from './document.js';
import type { Facts } from './facts.js';
import { RandomFacts } from './random/facts.js';
import { RandomPlan } from './random/plan.js';

/** The case of a seed: the first document drawn from it that is a plan, and facts for it. */
export function caseOf(seed: number): Facts {
  const dice = new Dice(seed);
  const facts = new RandomFacts(dice, planOf(dice)).make();
  return dice.chance(0.3) ? withVersions(dice, facts) : facts;
}

function planOf(dice: Dice, currency?: string): Plan {
  for (;;) {
    const document = new RandomPlan(dice, currency).write();
    if (isPlan(document)) return parsePlan(document) as Plan;
  }
}

/** The same facts with versions of the plan before this one; all credits of a deal are of one day. */
function withVersions(dice: Dice, { active, ...known }: Facts): Facts {
  const { range, plan } = known;
  const days = new Map(known.credits.map(({ dealId, creditedOn }) => [dealId, creditedOn]));
  const facts = {
    ...known,
    credits: known.credits.map((each) => ({ ...each, creditedOn: days.get(each.dealId)! })),
  };
  const month = (i: number) => String(Number(range.from.slice(5, 7)) + i).padStart(2, '0');
  const inside = ['02', '10', '16']
    .map((day, i) => `${range.from.slice(0, 4)}-${month(i)}-${day}`)
    .filter(() => dice.chance(0.6));
  const edges = [range.from, ...inside, range.to];
  const own = edges.slice(1).map((to, i): Facts => {
    const from = edges[i]!;
    const last = to === range.to;
    // Now and then nobody pays the last days of a version.
    const end = !last && dice.chance(0.15) ? from : to;
    return {
      ...facts,
      active: dice.chance(0.5) ? active : { from, to: last ? null : to },
      plan: last || dice.chance(0.3) ? plan : planOf(dice, plan.currency),
      span: { from, to: end, last },
    };
  });
  return { ...own.at(-1)!, earlierVersions: own.slice(0, -1) };
}
