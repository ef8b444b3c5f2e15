import fs from 'node:fs';
import path from 'node:path';
import { root } from './database.js';

const folder = path.join(
  process.env.LAUREL_SHARED ?? path.join(root, '../shared'),
  'data/crm-sales-opportunities',
);

/** Is the real pipeline, which is kept outside the project, on this machine? */
export const present = fs.existsSync(path.join(folder, 'expected.json'));

export const pathOf = (name: string): string => path.join(folder, name);
export const fileOf = (name: string): string => fs.readFileSync(pathOf(name), 'utf8');

export type KnownAnswer = {
  wonDeals: number;
  creditedTotal: string;
  earningLinesForReps: number;
  repEarningsTotal: string;
  managerOverrideTotal: string;
  byQuarter: Record<string, { repEarnings: string; managerOverride: string }>;
  byTier: Record<string, string>;
  statements: {
    payee: string;
    quarter: string;
    deals: number;
    credited: string;
    attainmentPercent: string;
    earned: string;
  }[];
  overrides: { payee: string; quarter: string; teamCredited: string; earned: string }[];
  standings: Record<string, { rank: number; rep: string; credited: string }[]>;
};

/** The full answer, computed by another program with exact fractions. */
export const knownAnswer = (): KnownAnswer => JSON.parse(fileOf('expected.json'));

type PlainPlan = {
  name: string;
  currency: string;
  effectiveFrom: string;
  period: string;
  quotaPerRepPerQuarter: string;
  tiers: { from: string; rate: string }[];
  productMultipliers: Record<string, string>;
  spiffs: Record<string, string>;
  managerOverrideRate: string;
};

/** The plan in plain words and numbers. */
export const plainPlan = (): PlainPlan => JSON.parse(fileOf('plan.json'));

const title = { en: 'Commission', de: 'Provision' };

/** The same plan as a document of Laurel's. */
export const planDocument = (plain: PlainPlan) => ({
  currency: plain.currency,
  period: plain.period,
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title,
      tiers: plain.tiers,
      multipliers: Object.entries(plain.productMultipliers).map(([product, multiplier]) => ({
        product,
        multiplier,
      })),
    },
    ...Object.entries(plain.spiffs).map(([product, amount], i) => ({
      kind: 'spiff',
      name: `spiff-${i + 1}`,
      title,
      product,
      amount,
    })),
    { kind: 'override', name: 'override', title, rate: plain.managerOverrideRate, levels: 1 },
  ],
});

/** The same quota for each seller in each period, as a file. */
export function quotaFile(sellers: readonly string[], periods: readonly string[]): string {
  const amount = plainPlan().quotaPerRepPerQuarter;
  const rows = sellers.flatMap((name) => periods.map((period) => `${name},${period},${amount}`));
  return ['member,period,amount', ...rows].join('\n');
}
