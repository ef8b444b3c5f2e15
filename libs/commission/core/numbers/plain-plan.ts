import { formatDecimal, parseDecimal } from '@laurel/shared/core';
import { z } from 'zod';
import type { PlanDocument } from '../plan.js';
import { settlement } from '../settlement.js';

/** A decimal as it is written shortest, so that a line tells it the same way. */
const decimal = z
  .string()
  .refine((text) => /^\d+(\.\d+)?$/.test(text) && formatDecimal(parseDecimal(text)) === text);
const money = z.string();

const named = { name: z.string(), title: z.unknown() };
const multipliers = z
  .array(z.strictObject({ product: z.string(), multiplier: decimal }))
  .default([]);
const cap = z.strictObject({ on: z.literal('payment'), amount: money }).optional();

const flat = z.strictObject({ kind: z.literal('flat'), ...named, rate: decimal, multipliers, cap });

const tiers = z.strictObject({
  kind: z.literal('tiers'),
  ...named,
  basis: z.literal('quota').optional(),
  mode: z.literal('marginal').optional(),
  edges: z.literal('half-open').optional(),
  gaps: z.literal('refuse').optional(),
  tiers: z.array(z.strictObject({ from: decimal, rate: decimal })),
  multipliers,
  cap,
});

const spiff = z.strictObject({
  kind: z.literal('spiff'),
  ...named,
  product: z.string().optional(),
  amount: money,
  per: z.literal('deal').optional(),
  multipliers,
  cap,
});

const override = z.strictObject({
  kind: z.literal('override'),
  ...named,
  rate: decimal,
  levels: z.number().default(1),
  cap,
});

const limit = z.strictObject({ ...named, components: z.array(z.string()), cap: money });

const plain = z.strictObject({
  currency: z.string(),
  period: z.string(),
  rounding: z.enum(['half-even', 'half-up']),
  roundAt: z.literal('line').optional(),
  order: z.literal('day').optional(),
  creditDate: z.string().optional(),
  components: z.array(z.discriminatedUnion('kind', [flat, tiers, spiff, override])),
  limits: z.array(limit).default([]),
  ...Object.fromEntries(
    Object.keys(settlement).map((afterEarning) => [afterEarning, z.unknown().optional()]),
  ),
});

/**
 * A plan of nothing but flat rates, marginal tiers of the quota, spiffs and overrides, with multipliers by
 * product and caps on payment, which plain numbers can pay. What the ledger does with pay later is no matter here.
 */
export type PlainPlan = z.infer<typeof plain>;
export type PlainComponent = PlainPlan['components'][number];
export type PlainFlat = z.infer<typeof flat>;
export type PlainTiers = z.infer<typeof tiers>;
export type PlainSpiff = z.infer<typeof spiff>;
export type PlainOverride = z.infer<typeof override>;

/** Null for a plan that says anything more: only `earn` pays it. */
export const plainPlan = (document: PlanDocument): PlainPlan | null =>
  plain.safeParse(document).data ?? null;

/** The products that a plan treats unlike others. */
export const namesProducts = ({ components }: PlainPlan): string[] =>
  components.flatMap((component) => {
    const written = 'multipliers' in component ? component.multipliers : [];
    const only = component.kind === 'spiff' && component.product !== undefined;
    return [...written.map(({ product }) => product), ...(only ? [component.product!] : [])];
  });
