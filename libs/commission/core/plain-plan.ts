import { formatDecimal, parseDecimal } from '@laurel/shared/core';
import { z } from 'zod';
import type { PlanDocument } from './plan.js';

/** A decimal as it is written shortest, so that a line tells it the same way. */
const decimal = z
  .string()
  .refine((text) => /^\d+(\.\d+)?$/.test(text) && formatDecimal(parseDecimal(text)) === text);

const tiers = z.strictObject({
  kind: z.literal('tiers'),
  name: z.string(),
  title: z.unknown(),
  basis: z.literal('quota').optional(),
  tiers: z.array(z.strictObject({ from: decimal, rate: decimal })),
  multipliers: z.array(z.strictObject({ product: z.string(), multiplier: decimal })).default([]),
});

const override = z.strictObject({
  kind: z.literal('override'),
  name: z.string(),
  title: z.unknown(),
  rate: decimal,
  levels: z.number().default(1),
});

const plain = z.strictObject({
  currency: z.string(),
  period: z.string(),
  rounding: z.enum(['half-even', 'half-up']),
  components: z.array(z.discriminatedUnion('kind', [tiers, override])),
});

/** A plan of nothing but marginal tiers of the quota and overrides, which plain numbers can pay. */
export type PlainPlan = z.infer<typeof plain>;
export type PlainTiers = z.infer<typeof tiers>;
export type PlainOverride = z.infer<typeof override>;

/** Null for a plan that says anything more: only `earn` pays it. */
export const plainPlan = (document: PlanDocument): PlainPlan | null =>
  plain.safeParse(document).data ?? null;
