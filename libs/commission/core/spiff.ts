import { parseMoney, whole } from '@laurel/shared/core';
import { z } from 'zod';
import { earningLine, type EarningLine } from './line.js';
import type { Partition } from './partition.js';
import { named, productName } from './words.js';

/** A fixed amount for each deal of a product. */
export const spiffSchema = z.strictObject({
  kind: z.literal('spiff'),
  ...named,
  product: productName,
  amount: z.string({ error: 'Write the amount as text in quotation marks, such as "5.00".' }),
});
export type Spiff = z.infer<typeof spiffSchema>;

/** One line per direct credit of the product; a correction below zero earns no bonus. */
export function earnSpiff(
  { name, product, amount }: Spiff,
  { plan, credits }: Partition,
): EarningLine[] {
  const base = whole(parseMoney(amount, plan.currency));
  return credits
    .filter(
      (credit) => credit.kind !== 'rollUp' && credit.product === product && credit.amount >= 0n,
    )
    .map((credit) =>
      earningLine(plan, { component: name, kind: 'spiff', base, rate: '1', credit }),
    );
}
