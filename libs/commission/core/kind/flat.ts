import type { Evaluation } from '../evaluation.js';
import type { PartsOf } from '../piece.js';
import { creditPart, rateOf } from '../part.js';
import { z } from 'zod';
import { settings } from '../settings.js';
import { share } from '../words.js';

/** A rate on each credit. */
export const flatSchema = z.strictObject({
  kind: z.literal('flat'),
  ...settings,
  rate: share('rate', '0.05'),
});
export type Flat = z.infer<typeof flatSchema>;

/** The rate on what is measured of each paid credit. */
export function payFlat({ rate }: Flat, evaluation: Evaluation): PartsOf {
  const own = rateOf(evaluation, rate);
  return ({ credits }) =>
    credits.filter(({ paid }) => paid).map((counted) => creditPart('flat', counted, own));
}
