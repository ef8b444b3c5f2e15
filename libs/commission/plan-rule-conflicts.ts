import type { DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { assignedByRules } from './core/index.js';
import { ruleContext, ruledMembers, rulesOf } from './plan-rule-facts.js';

/**
 * Whom two rules that name equally much put on two plans on days of the range, by name. No rule is saved that does, but
 * people move, change their role, or lose the plan they had by name.
 */
export async function inConflict(tx: EntityManager, { from, to }: DayRange): Promise<string[]> {
  const rules = await rulesOf(tx);
  if (rules.length < 2) return [];
  const context = await ruleContext(tx);
  const members = await ruledMembers(tx, null);
  return members
    .filter((member) =>
      assignedByRules(member, rules, context).conflicts.some(
        (days) => days.from < to && (days.to === null || days.to > from),
      ),
    )
    .map(({ name }) => name);
}
