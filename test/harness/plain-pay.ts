import { fileOf, plainPlan } from './real-data.js';

/** A row of the real pipeline. */
export type PipelineRow = {
  opportunity_id: string;
  sales_agent: string;
  product: string;
  account: string;
  deal_stage: string;
  engage_date: string;
  close_date: string;
  close_value: string;
};

const table = <Row>(text: string): Row[] => {
  const [head, ...lines] = text.trim().split(/\r?\n/);
  const columns = head!.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Row;
  });
};

export const pipeline = (): PipelineRow[] => table(fileOf('sales_pipeline.csv'));

const managers = (): Map<string, string> =>
  new Map(
    table<{ sales_agent: string; manager: string }>(fileOf('sales_teams.csv')).map((row) => [
      row.sales_agent,
      row.manager,
    ]),
  );

/** A decimal such as "0.06" in millionths. */
const millionths = (text: string): bigint => {
  const [whole, fraction = ''] = text.split('.');
  return BigInt(whole! + fraction.padEnd(6, '0'));
};
const million = 1_000_000n;

function halfEven(numerator: bigint, denominator: bigint): bigint {
  const [sign, size] = numerator < 0n ? [-1n, -numerator] : [1n, numerator];
  const [whole, rest] = [size / denominator, size % denominator];
  const up = 2n * rest > denominator || (2n * rest === denominator && whole % 2n === 1n);
  return sign * (up ? whole + 1n : whole);
}

const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** What the plain plan pays everybody for these deals, in cents, by name and quarter: written again, without Laurel's engine. */
export function plainPay(rows: readonly PipelineRow[]): Map<string, bigint> {
  const plan = plainPlan();
  const quota = BigInt(plan.quotaPerRepPerQuarter) * 100n;
  const edges = plan.tiers.map(({ from }) => (quota * millionths(from)) / million);
  const managerOf = managers();
  const pay = new Map<string, bigint>();
  const team = new Map<string, bigint>();
  const sold = new Map<string, bigint>();
  const add = (sums: Map<string, bigint>, key: string, by: bigint) =>
    sums.set(key, (sums.get(key) ?? 0n) + by);
  const won = rows
    .filter(({ deal_stage: stage }) => stage === 'Won')
    .toSorted((a, b) =>
      a.close_date + a.opportunity_id < b.close_date + b.opportunity_id ? -1 : 1,
    );
  for (const { sales_agent: agent, product: name, close_date: day, close_value: value } of won) {
    const product = name === 'GTXPro' ? 'GTX Pro' : name;
    const key = `${agent} ${quarterOf(day)}`;
    const from = sold.get(key) ?? 0n;
    const to = from + BigInt(value) * 100n;
    const multiplier = millionths(plan.productMultipliers[product] ?? '1');
    plan.tiers.forEach(({ rate }, i) => {
      const low = from > edges[i]! ? from : edges[i]!;
      const end = edges[i + 1];
      const high = end === undefined || to < end ? to : end;
      if (high > low)
        add(pay, key, halfEven((high - low) * millionths(rate) * multiplier, million * million));
    });
    add(pay, key, millionths(plan.spiffs[product] ?? '0') / 10_000n);
    sold.set(key, to);
    add(team, `${managerOf.get(agent)} ${quarterOf(day)}`, to - from);
  }
  for (const [key, credited] of team)
    add(pay, key, halfEven(credited * millionths(plan.managerOverrideRate), million));
  return pay;
}
