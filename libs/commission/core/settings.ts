import { prorations } from '@laurel/goal/core';
import { z } from 'zod';
import { expression, money, named, productName, share, word } from './words.js';

export const creditKinds = ['direct', 'split', 'overlay', 'rollUp'] as const;
export const measures = ['amount', 'margin', 'count', 'quantity'] as const;
export const accumulations = ['period', 'deal', 'year'] as const;
export const edgeRules = ['half-open', 'closed-above', 'closed'] as const;
export const modes = ['marginal', 'retroactive', 'running'] as const;

export type Measure = (typeof measures)[number];
export type EdgeRule = (typeof edgeRules)[number];
export type Mode = (typeof modes)[number];

const levels = { error: 'Expected a whole number of levels from 1 to 20.' };

const multiplier = z.strictObject(
  {
    product: productName.optional(),
    when: expression('condition', 'deal.discount < 0.1').optional(),
    multiplier: share('multiplier', '1.25'),
  },
  { error: 'Expected a multiplier such as { "product": "Name", "multiplier": "1.25" }.' },
);

const acceleration = z.strictObject(
  {
    from: share('share of the quota', '1'),
    to: share('share of the quota', '1.5').optional(),
    mode: word(modes).optional(),
    multiplier: share('multiplier', '1.5'),
  },
  { error: 'Expected a tier such as { "from": "1", "multiplier": "1.5" }.' },
);

const accelerator = z.strictObject(
  {
    mode: word(modes).optional(),
    tiers: z
      .array(acceleration, { error: 'Expected a list of tiers.' })
      .min(1, { error: 'Expected at least one tier.' }),
  },
  {
    error: 'Expected an accelerator such as { "tiers": [{ "from": "0", "multiplier": "1" }] }.',
  },
);

const when = expression('condition', 'score.revenue < 1').optional();
const capHint =
  'Expected a cap such as { "on": "payment", "amount": "20000" } or { "on": "attainment", "at": "2" }.';
const cap = z.discriminatedUnion(
  'on',
  [
    z.strictObject({
      on: z.literal('payment'),
      amount: money('cap', '20000').optional(),
      share: share('share of the target', '2').optional(),
      when,
    }),
    z.strictObject({ on: z.literal('attainment'), at: share('attainment', '2'), when }),
  ],
  { error: capHint },
);

const prorate = (of: readonly ['quota', 'target', 'both']) =>
  z.strictObject(
    { of: word(of), by: word(prorations) },
    { error: 'Expected a proration such as { "of": "quota", "by": "calendar" }.' },
  );

const shares = (noun: string) =>
  z
    .array(share(noun, '0.25'), { error: `Expected a list of shares of the quota.` })
    .min(1, { error: 'Expected at least one share.' });

const creditKind = word(creditKinds);

/** What every kind of component may say beside its own rules; PLAN.md tells what each means and its default. */
export const settings = {
  ...named,
  credits: z
    .union([creditKind, z.array(creditKind).min(1)], { error: 'Expected kinds of credits.' })
    .optional(),
  levels: z.int(levels).min(1, levels).max(20, levels).optional(),
  where: expression('condition', 'deal.segment == "new"').optional(),
  pays: expression('condition', 'deal.amount >= 1000').optional(),
  measure: word(measures).optional(),
  accumulate: word(accumulations).optional(),
  edges: word(edgeRules).optional(),
  quota: money('quota', '50000').optional(),
  ramp: shares('share of the quota').optional(),
  season: shares('share of the quota of the year').optional(),
  prorate: prorate(['quota', 'target', 'both']).optional(),
  zeroQuota: word(['nothing', 'lowest', 'highest', 'target']).optional(),
  target: z
    .union([z.literal('payee'), money('target', '10000')], {
      error: 'Expected "payee" or an amount.',
    })
    .optional(),
  trueUp: z.boolean({ error: 'Expected true or false.' }).optional(),
  weight: share('weight', '0.5').optional(),
  multipliers: z.array(multiplier, { error: 'Expected a list of multipliers.' }).optional(),
  accelerator: accelerator.optional(),
  gate: expression('condition', 'attainment >= 0.5').optional(),
  cap: cap.optional(),
  floor: money('floor', '1000').optional(),
};

/** The settings of a component as they are parsed, whatever its kind. */
export type Settings = {
  readonly [K in keyof typeof settings]?: z.infer<(typeof settings)[K]>;
} & { readonly name: string };
