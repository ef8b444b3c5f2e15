import { entire } from '../band.js';
import { type Evaluation, sum } from '../evaluation.js';
import { rateOf } from '../part.js';
import type { PartsOf } from '../piece.js';
import { z } from 'zod';
import { settings } from '../settings.js';
import { share } from '../words.js';

/** A share of what the payee's teams were credited. `levels` says how far down: 1 is the payee's own team. */
export const overrideSchema = z.strictObject({
  kind: z.literal('override'),
  ...settings,
  rate: share('rate', '0.01'),
});
export type Override = z.infer<typeof overrideSchema>;

/** One part for the whole period. */
export function payOverride({ rate }: Override, evaluation: Evaluation): PartsOf {
  const own = rateOf(evaluation, rate);
  return ({ credits }) => {
    const whole = sum(credits.filter(({ paid }) => paid).map(({ measure }) => measure));
    return whole.isZero
      ? []
      : [{ kind: 'override', counted: null, portion: entire, whole, rate: own }];
  };
}
