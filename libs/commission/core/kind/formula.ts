import { calculate } from '../decide.js';
import type { Evaluation } from '../evaluation.js';
import { amountPart } from '../part.js';
import type { PartsOf } from '../piece.js';
import { z } from 'zod';
import { settings } from '../settings.js';
import { expression, word } from '../words.js';

/** Pay by a formula, for each credit or once for the period. */
export const formulaSchema = z.strictObject({
  kind: z.literal('formula'),
  ...settings,
  per: word(['deal', 'period']).optional(),
  formula: expression('formula', 'deal.amount * 0.05'),
});
export type Formula = z.infer<typeof formulaSchema>;

/** What the formula comes to, in major units, for each paid credit or once. */
export function payFormula({ per = 'deal', formula }: Formula, evaluation: Evaluation): PartsOf {
  const { compiled, facts, unit } = evaluation;
  const detail = { expression: formula };
  const once = () => {
    const value = calculate(compiled.formula!, evaluation.values, { compiled, facts });
    return value ? [amountPart('formula', null, value.multiply(unit), detail)] : [];
  };
  if (per === 'period') return once;
  return ({ credits }) =>
    credits.flatMap((counted) => {
      if (!counted.paid) return [];
      const { credit } = counted;
      const values = evaluation.valuesOf(counted);
      const value = calculate(compiled.formula!, values, { compiled, facts, credit });
      return value ? [amountPart('formula', counted, value.multiply(unit), detail)] : [];
    });
}
