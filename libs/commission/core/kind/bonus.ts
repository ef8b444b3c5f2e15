import { Rational } from '@laurel/shared/core';
import { holds } from '../decide.js';
import type { Evaluation } from '../evaluation.js';
import { amountPart, minor } from '../part.js';
import type { PartsOf } from '../piece.js';
import { z } from 'zod';
import type { Complaint } from '../complaint.js';
import { settings } from '../settings.js';
import { expression, money, share } from '../words.js';

/** An amount, or a share of the target, once when a condition is met. */
export const bonusSchema = z.strictObject({
  kind: z.literal('bonus'),
  ...settings,
  amount: money().optional(),
  share: share('share of the target', '0.25').optional(),
  when: expression('condition', 'attainment >= 1').optional(),
});
export type Bonus = z.infer<typeof bonusSchema>;

/** What is wrong with a bonus whose parts can each be read. */
export const bonusComplaints = ({ amount, share }: Bonus): Complaint[] =>
  (amount === undefined) === (share === undefined)
    ? [{ path: ['amount'], message: 'Expected either an amount or a share, as text.' }]
    : [];

/** The bonus, once when its condition is met; of a year in the period in which it is met first. */
export function payBonus({ amount, share }: Bonus, evaluation: Evaluation): PartsOf {
  const { compiled, facts, earlier } = evaluation;
  const { bonusWhen, accumulate } = compiled;
  const asked = { compiled, facts };
  return () => {
    if (bonusWhen && !holds(bonusWhen, evaluation.values, asked)) return [];
    if (bonusWhen && accumulate === 'year' && heldBefore(evaluation, earlier)) return [];
    const detail = bonusWhen && { expression: bonusWhen.text };
    if (amount !== undefined) return [amountPart('bonus', null, minor(evaluation, amount), detail)];
    const { target } = evaluation;
    if (!target) return [];
    return [{ ...amountPart('bonus', null, target, detail), rate: Rational.parse(share!) }];
  };
}

function heldBefore(evaluation: Evaluation, earlier: Evaluation['earlier']): boolean {
  const { expression } = evaluation.compiled.bonusWhen!;
  return expression.evaluate(evaluation.valuesWith(earlier)).value;
}
