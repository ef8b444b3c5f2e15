import type { RuleCondition } from '@laurel/credit/core';
import type { Rule } from './crediting.js';

/** Conditions that are lists of names. */
export const listConditions = ['regions', 'accounts', 'segments', 'products', 'series'] as const;
export type ListCondition = (typeof listConditions)[number];

const conditionsOf = (when: RuleCondition): number =>
  Object.values(when).filter((condition) => condition !== undefined).length;

/** In the order in which rules are asked. */
export const inOrder = (rules: readonly Rule[]): Rule[] =>
  rules.toSorted(
    (a, b) =>
      b.priority - a.priority ||
      conditionsOf(b.document.when) - conditionsOf(a.document.when) ||
      (a.name < b.name ? -1 : 1),
  );
