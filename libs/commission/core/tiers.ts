import { type Decimal, compare, isDecimal, parseDecimal } from '@laurel/shared/core';
import { z } from 'zod';
import { earningLine, type EarningLine } from './line.js';
import type { Partition, PayableCredit } from './partition.js';
import type { PlanDocument } from './plan.js';
import { named, productName, share } from './words.js';

const tier = z.strictObject(
  { from: share('share of the quota', '0.6'), rate: share('rate', '0.065') },
  { error: 'Expected a tier such as { "from": "0.6", "rate": "0.065" }.' },
);

const multiplier = z.strictObject(
  { product: productName, multiplier: share('multiplier', '1.25') },
  { error: 'Expected a multiplier such as { "product": "Name", "multiplier": "1.25" }.' },
);

/** Marginal tiers on the share of quota: each part of a deal is paid at the rate of the tier it falls in. */
export const tiersSchema = z.strictObject({
  kind: z.literal('tiers'),
  ...named,
  credits: z
    .literal('direct', { error: 'Expected "direct": tiers count the payee’s own deals.' })
    .default('direct'),
  basis: z
    .literal('quota', { error: 'Expected "quota": tiers are shares of the quota.' })
    .default('quota'),
  tiers: z
    .array(tier, { error: 'Expected a list of tiers.' })
    .min(1, { error: 'Expected at least one tier.' })
    .superRefine(risingFromZero),
  multipliers: z
    .array(multiplier, { error: 'Expected a list of multipliers.' })
    .default([])
    .superRefine(oncePerProduct),
});
export type Tiers = z.infer<typeof tiersSchema>;

/** Lines of every direct credit, in order. Nothing when there is no quota to be a share of. */
export function earnTiers(component: Tiers, { plan, quota, credits }: Partition): EarningLine[] {
  if (!quota?.amount || quota.currency !== plan.currency) return [];
  const bands = bandsOf(component, quota.amount);
  const multipliers = new Map(component.multipliers.map((each) => [each.product, each.multiplier]));
  let before = 0n;
  return credits
    .filter(({ kind }) => kind !== 'rollUp')
    .flatMap((credit) => {
      const multiplier = multipliers.get(credit.product ?? '') ?? '1';
      const lines = linesOf(plan, component.name, bands, {
        credit,
        before,
        multiplier,
        quota: quota.amount,
      });
      before += credit.amount;
      return lines;
    });
}

type Band = {
  from: string;
  to: string | null;
  rate: string;
  start: bigint | null;
  end: bigint | null;
};
type Bands = { scale: number; factor: bigint; bands: readonly Band[] };

/** An edge may fall on a fraction of a cent: edges are kept in units of 10^-scale of a minor unit. */
function bandsOf({ tiers }: Tiers, quota: bigint): Bands {
  const shares = tiers.map(({ from }) => parseDecimal(from));
  const scale = Math.max(...shares.map((each) => each.scale));
  const edges = shares.map((each) => each.units * 10n ** BigInt(scale - each.scale) * quota);
  const bands = tiers.map(({ from, rate }, i) => ({
    from,
    to: tiers[i + 1]?.from ?? null,
    rate,
    // Corrections can take a payee below zero: what is taken back there was paid at the first rate.
    start: i === 0 ? null : edges[i]!,
    end: edges[i + 1] ?? null,
  }));
  return { scale, factor: 10n ** BigInt(scale), bands };
}

type Step = { credit: PayableCredit; before: bigint; multiplier: string; quota: bigint };

function linesOf(
  plan: PlanDocument,
  component: string,
  { scale, factor, bands }: Bands,
  step: Step,
): EarningLine[] {
  const { credit, before, multiplier, quota } = step;
  const start = before * factor;
  const end = (before + credit.amount) * factor;
  return bands.flatMap(({ from, to, rate, ...edges }, tier) => {
    const base: Decimal = { units: clamp(end, edges) - clamp(start, edges), scale };
    if (base.units === 0n) return [];
    const place = { tier, tierFrom: from, tierTo: to, creditedBefore: before, quota };
    return [
      earningLine(plan, { component, kind: 'tier', base, rate, multiplier, credit, tier: place }),
    ];
  });
}

function clamp(value: bigint, { start, end }: Pick<Band, 'start' | 'end'>): bigint {
  if (start !== null && value < start) return start;
  return end !== null && value > end ? end : value;
}

function risingFromZero(tiers: z.infer<typeof tier>[], context: z.RefinementCtx): void {
  if (!tiers.every(({ from }) => isDecimal(from))) return;
  const problem = (i: number, message: string) =>
    context.addIssue({ code: 'custom', path: [i, 'from'], message });
  const starts = tiers.map(({ from }) => parseDecimal(from));
  if (starts[0]?.units !== 0n) problem(0, 'The first tier must start at "0".');
  for (let i = 1; i < starts.length; i++)
    if (compare(starts[i]!, starts[i - 1]!) <= 0)
      problem(
        i,
        `Each tier must start above the one before: expected more than "${tiers[i - 1]!.from}".`,
      );
}

function oncePerProduct(multipliers: z.infer<typeof multiplier>[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  for (const [i, { product }] of multipliers.entries()) {
    if (seen.has(product))
      context.addIssue({
        code: 'custom',
        path: [i, 'product'],
        message: `"${product}" has a multiplier already.`,
      });
    seen.add(product);
  }
}
