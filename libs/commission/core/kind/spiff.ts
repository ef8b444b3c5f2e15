import { Rational } from '@laurel/shared/core';
import { type Counted, countsAsDeal } from '../counted.js';
import type { Evaluation } from '../evaluation.js';
import { amountPart, minor } from '../part.js';
import type { PartsOf } from '../piece.js';
import { z } from 'zod';
import { settings } from '../settings.js';
import { money, productName, word } from '../words.js';

/** A fixed amount for each deal, or each unit, of a product or whatever its conditions say. */
export const spiffSchema = z.strictObject({
  kind: z.literal('spiff'),
  ...settings,
  product: productName.optional(),
  amount: money(),
  per: word(['deal', 'unit']).optional(),
});
export type Spiff = z.infer<typeof spiffSchema>;

/** The amount for each paid credit of the product; a correction below zero earns no bonus. */
export function paySpiff(
  { product, amount, per = 'deal' }: Spiff,
  evaluation: Evaluation,
): PartsOf {
  const each = minor(evaluation, amount);
  return ({ credits }) =>
    credits
      .filter(
        (each) =>
          each.paid &&
          (per === 'deal' ? countsAsDeal(each) : each.amount >= 0n) &&
          (product === undefined || each.credit.product === product),
      )
      .map((counted) => {
        if (per === 'deal') return amountPart('spiff', counted, each);
        const quantity = quantityOrProblem(counted, evaluation);
        return { ...amountPart('spiff', counted, quantity, { measure: 'quantity' }), rate: each };
      });
}

/** Nothing, and a problem, for a deal whose quantity is not known. */
function quantityOrProblem({ credit }: Counted, { facts, component }: Evaluation): Rational {
  if (credit.quantity != null) return Rational.parse(credit.quantity);
  const message = `Deal ${credit.externalId} has no quantity, which "${component.name}" asks for.`;
  facts.problems.add('VALUE_MISSING', `${credit.id}|quantity`, message, credit.dealId);
  return Rational.zero;
}
