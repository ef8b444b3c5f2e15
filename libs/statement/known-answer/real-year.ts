import { existsSync, readFileSync } from 'node:fs';
import {
  earn,
  parsePlan,
  type EarningLine,
  type Partition,
  type PlanDocument,
} from '@laurel/commission/core';
import { assignCredits, type CreditableDeal } from '@laurel/credit/core';
import { teamTree, type MemberSpan } from '@laurel/people/core';
import { groupBy, parseMoney, periodOf } from '@laurel/shared/core';

const folder = `${process.env.LAUREL_SHARED ?? new URL('../../../../shared', import.meta.url).pathname}/data/crm-sales-opportunities`;

/** Is the real pipeline, which is kept outside the project, on this machine? */
export const present = existsSync(`${folder}/expected.json`);

const text = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
type Row = Record<string, string>;

/** Its full answer, computed by another program with exact fractions. */
export const knownAnswer = () => JSON.parse(text('expected.json'));

/** The files have no quoted fields. */
function table(name: string): Row[] {
  const [head, ...rows] = text(name)
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd().split(','));
  return rows.map((row) => Object.fromEntries(head!.map((column, i) => [column, row[i]!])));
}

function planFrom({
  currency,
  period,
  tiers,
  ...facts
}: ReturnType<typeof JSON.parse>): PlanDocument {
  const title = { en: 'Pay', de: 'Geld' };
  const multipliers = Object.entries(facts.productMultipliers).map(([product, multiplier]) => ({
    product,
    multiplier,
  }));
  const bonuses = Object.entries(facts.spiffs).map(([product, amount], i) => ({
    kind: 'spiff',
    name: `spiff-${i}`,
    title,
    product,
    amount,
  }));
  const base = { kind: 'tiers', name: 'commission', title, tiers, multipliers };
  const override = {
    kind: 'override',
    name: 'override',
    title,
    rate: facts.managerOverrideRate,
    levels: 1,
  };
  return parsePlan({ currency, period, components: [base, ...bonuses, override] });
}

function treeFrom(people: readonly Row[]) {
  const managers = [...new Set(people.map(({ manager }) => manager!))];
  const place = (
    teamId: string,
    memberId: string,
    position: MemberSpan['position'],
  ): MemberSpan => ({
    teamId,
    memberId,
    position,
    from: '2016-01-01',
    to: null,
  });
  return teamTree(
    managers.map((id) => ({ id, parentId: null })),
    [
      ...managers.map((id) => place(id, id, 'manager')),
      ...people.map((row) => place(row.manager!, row.sales_agent!, 'member')),
    ],
  );
}

const dealFrom = (row: Row, currency: string): CreditableDeal => ({
  id: row.opportunity_id!,
  ownerId: row.sales_agent!,
  amount: parseMoney(row.close_value || '0', currency),
  currency,
  status: row.deal_stage === 'Won' ? 'won' : 'open',
  closedOn: row.close_date || null,
  removed: false as const,
  splits: [],
  product: null,
  series: null,
  region: null,
  segment: null,
  account: null,
});

export type Figures = {
  payee: string;
  quarter: string;
  partition: Partition;
  lines: EarningLine[];
};

/** From the files to every line of pay, through the pure functions only. */
export function computeRealYear(): Figures[] {
  const facts = JSON.parse(text('plan.json'));
  const plan = planFrom(facts);
  const people = table('sales_teams.csv');
  const standing = treeFrom(people);
  const credits = table('sales_pipeline.csv').flatMap((row) =>
    assignCredits(dealFrom(row, plan.currency), standing).map((credit) => ({
      ...credit,
      id: `${credit.payeeId}|${credit.dealId}`,
      externalId: credit.dealId,
      product: facts.productAliases[row.product!] ?? row.product!,
    })),
  );
  const agents = new Set(people.map(({ sales_agent }) => sales_agent));
  const quota = {
    amount: parseMoney(facts.quotaPerRepPerQuarter, plan.currency),
    currency: plan.currency,
  };
  const partitions = groupBy(
    credits,
    ({ payeeId, creditedOn }) => `${payeeId}|${periodOf(creditedOn, plan.period)}`,
  );
  return [...partitions].map(([key, own]) => {
    const [payee, quarter] = key.split('|') as [string, string];
    const partition = { plan, quota: agents.has(payee) ? quota : null, credits: own };
    return { payee, quarter, partition, lines: earn(partition) };
  });
}
