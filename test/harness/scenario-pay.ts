import type { Browser } from './client.js';

/** What people are paid, by name and period, as it stands in a scenario: money in major units, lines in words. */
export type Pay = Record<string, Record<string, PeriodOfPay>>;

type PeriodOfPay = {
  credited: string;
  quota?: string;
  earned: string;
  payout: string;
  lines: string[];
  /** Of each balance what it opens with, what moves it, and what it closes with. */
  balances?: Record<string, string[]>;
  problems?: string[];
};

type Line = {
  component: string;
  kind: string;
  base: string;
  rate: string;
  multiplier: string;
  amount: string;
  currency: string;
  deal: { externalId: string } | null;
  detail: { correction?: Correction } | null;
};
type Correction = { period: string; before: string; after: string; cause: string };
type Statement = {
  period: string;
  currency: string;
  credited: string;
  quota: string | null;
  earned: string;
  problems: { code: string }[];
  lines: { rows: Line[]; total: number };
};
type Account = {
  account: string;
  opening: string;
  closing: string;
  movements: { kind: string; amount: string; originalPeriod: string }[];
};
type Balance = { period: string; currency: string; payout: string; accounts: Account[] };

/** Everybody who is paid anything or owes something. The running month and quarter are called so, not by name. */
export async function payOf(browser: Browser, people: ReadonlyMap<string, string>): Promise<Pay> {
  const now = await running(browser);
  const pay: Pay = {};
  for (const [name, id] of people) {
    const found = await browser.ask<{ statementHistory: Statement[]; balances: Balance[] }>(all, {
      id,
    });
    const periods = found.balances.map(({ period }) => period);
    const own = periods.map((period) => [now.get(period) ?? period, periodOf(found, period)]);
    if (own.length) pay[name] = Object.fromEntries(own) as Pay[string];
  }
  return pay;
}

const all = `query ($id: ID!) {
  statementHistory(memberId: $id) { period currency credited quota earned problems { code }
    lines(page: { first: 200, offset: 0 }) { total rows {
      component kind base rate multiplier amount currency deal { externalId } detail } } }
  balances(memberId: $id) { period currency payout accounts { account opening closing movements { kind amount originalPeriod } } } }`;

async function running(browser: Browser): Promise<Map<string, string>> {
  const { month, quarter } = await browser.ask<Record<string, { name: string }>>(
    `{ month: currentPeriod(kind: month) { name } quarter: currentPeriod(kind: quarter) { name } }`,
  );
  return new Map([
    [month!.name, 'this month'],
    [quarter!.name, 'this quarter'],
  ]);
}

function periodOf(
  found: { statementHistory: Statement[]; balances: Balance[] },
  period: string,
): PeriodOfPay {
  const statement = found.statementHistory.find((each) => each.period === period);
  if (!statement) throw new Error(`There is a balance in ${period}, and no statement.`);
  const { payout, currency, accounts } = found.balances.find((each) => each.period === period)!;
  const { credited, quota, earned, problems, lines } = statement;
  if (lines.rows.length < lines.total) throw new Error(`${period} has too many lines.`);
  const money = (amount: string) => major(amount, currency);
  const moved = accounts.filter((each) => each.movements.length || each.opening !== '0');
  return {
    credited: money(credited),
    ...(quota !== null && { quota: money(quota) }),
    earned: money(earned),
    payout: money(payout),
    lines: lines.rows.map(lineInWords).sort(),
    ...(moved.length && {
      balances: Object.fromEntries(
        moved.map((each) => [each.account, stepsOf(period, each, money)]),
      ),
    }),
    ...(problems.length && { problems: problems.map(({ code }) => code).sort() }),
  };
}

function lineInWords({ deal, component, kind, detail, currency, ...figures }: Line): string {
  const money = (amount: string) => major(amount, currency);
  const of = [deal?.externalId, component].filter(Boolean).join(' ');
  const amount = money(figures.amount);
  const corrected = detail?.correction;
  if (corrected) {
    const { period, before, after, cause } = corrected;
    return `${of} of ${period}: ${money(after)} - ${money(before)} = ${amount} (${cause})`;
  }
  const factors = [figures.rate, ...(figures.multiplier === '1' ? [] : [figures.multiplier])];
  const what = ['trueUp', 'cap', 'floor', 'gate', 'rounding'].includes(kind) ? `${of} ${kind}` : of;
  return `${what}: ${money(figures.base)} x ${factors.join(' x ')} = ${amount}`;
}

/** A movement that is about another period than its own names that one. */
const stepsOf = (
  period: string,
  { opening, movements, closing }: Account,
  money: (amount: string) => string,
) => [
  money(opening),
  ...movements.map(({ kind, amount, originalPeriod: original }) =>
    [kind, money(amount), ...(original === period ? [] : [`of ${original}`])].join(' '),
  ),
  money(closing),
];

/** Whole minor units in major ones; anything else as it is, and says so. */
function major(amount: string, currency: string): string {
  if (!/^-?\d+$/.test(amount)) return `${amount} minor`;
  const digits = currency === 'JPY' ? 0 : 2;
  if (!digits) return amount;
  const units = amount.replace('-', '').padStart(digits + 1, '0');
  return `${amount.startsWith('-') ? '-' : ''}${units.slice(0, -digits)}.${units.slice(-digits)}`;
}
