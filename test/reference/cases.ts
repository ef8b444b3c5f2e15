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
  for (;;) {
    const document = new RandomPlan(dice).write();
    if (isPlan(document)) return new RandomFacts(dice, parsePlan(document) as Plan).make();
  }
}
