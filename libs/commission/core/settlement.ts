import { isDay, isDecimal, Rational } from '@laurel/shared/core';
import { z } from 'zod';
import { money, share, word } from './words.js';

const whole = z.int({ error: 'Expected a whole number.' }).min(0, { error: 'Expected 0 or more.' });

const draw = z.strictObject(
  {
    amount: money('draw', '2000'),
    recoverable: z.boolean({ error: 'Expected true or false.' }).default(true),
    recovery: word(['keep-draw', 'take-all']).default('keep-draw'),
    paid: word(['top-up', 'on-top']).default('top-up'),
    limit: z
      .strictObject({ amount: money('limit', '6000') }, { error: 'Expected { "amount": "6000" }.' })
      .optional(),
  },
  { error: 'Expected a draw such as { "amount": "2000" }.' },
);

const milestone = z.strictObject(
  { name: z.string().min(1, { error: 'Expected a name.' }), share: share('share', '0.5') },
  { error: 'Expected a milestone such as { "name": "go-live", "share": "0.5" }.' },
);

const release = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('cash') }),
    z.strictObject({
      by: z.literal('date'),
      on: z.string().refine(isDay, { error: 'Expected a day such as "2026-12-31".' }).optional(),
      afterMonths: whole.optional(),
    }),
    z.strictObject({
      by: z.literal('milestone'),
      milestones: z
        .array(milestone)
        .min(1, { error: 'Expected at least one milestone.' })
        .refine(totalsOne, { error: 'The shares must total "1".' }),
    }),
  ],
  { error: 'Expected one of "cash", "date", "milestone".' },
);

const holdback = z.strictObject(
  { share: share('share', '0.3'), release },
  { error: 'Expected a holdback such as { "share": "0.3", "release": { "by": "cash" } }.' },
);

const instalment = z.strictObject(
  { after: whole, share: share('share', '0.5') },
  { error: 'Expected an instalment such as { "after": 0, "share": "0.5" }.' },
);

const clawback = z.strictObject(
  {
    take: word(['paid', 'all']).default('paid'),
    share: z
      .union([z.literal('months-left'), share('share', '1')], {
        error: 'Expected "months-left" or a share such as "1".',
      })
      .default('1'),
    withinMonths: whole.optional(),
  },
  { error: 'Expected a claw-back such as { "take": "paid", "share": "1" }.' },
);

const guarantee = z.strictObject(
  { amount: money('guarantee', '3000'), periods: whole },
  { error: 'Expected a guarantee such as { "amount": "3000", "periods": 3 }.' },
);

/** What happens to pay after it is earned; core/ledger carries it out. */
export const settlement = {
  draw: draw.optional(),
  guarantee: guarantee.optional(),
  holdback: holdback.optional(),
  instalments: z
    .array(instalment, { error: 'Expected a list of instalments.' })
    .min(1, { error: 'Expected at least one instalment.' })
    .refine(totalsOne, { error: 'The shares must total "1".' })
    .optional(),
  clawback: clawback.optional(),
};

function totalsOne(parts: readonly { readonly share: string }[]): boolean {
  if (!parts.every(({ share }) => isDecimal(share))) return true;
  const total = parts.reduce((sum, each) => sum.add(Rational.parse(each.share)), Rational.zero);
  return total.equals(Rational.one);
}
