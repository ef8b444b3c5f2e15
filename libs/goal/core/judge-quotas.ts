import type { ParsedRow, Rejection } from '@laurel/shared/core';
import type { QuotaEntry } from './check-quotas.js';
import { readPeriod } from './read-period.js';

/** What has to be known to judge the rows of a file of quotas. */
export type QuotaContext = {
  /** Ids of the members a text may mean. */
  readonly referents: ReadonlyMap<string, readonly string[]>;
  /** What each member is paid in. */
  readonly currencies: ReadonlyMap<string, string>;
  /** Periods that take no changes any more. */
  readonly closed: ReadonlySet<string>;
  /** Currency of amounts without one. */
  readonly currency: string;
};

type Refusal = Pick<Rejection, 'field' | 'code' | 'reason'>;

/** Sorts the rows of a file into quotas that can be saved and rows that cannot, with the reason. */
export function judgeQuotas(
  rows: readonly ParsedRow[],
  context: QuotaContext,
): { entries: QuotaEntry[]; rejections: Rejection[] } {
  const entries = new Map<string, QuotaEntry>();
  const rejections: Rejection[] = [];
  for (const { row, values } of rows) {
    const result = judge(values, context);
    const refusal = 'reason' in result ? result : repeated(result, entries);
    if (refusal) rejections.push({ row, value: textOf(values, refusal.field), ...refusal });
    else if ('memberId' in result) entries.set(keyOf(result), result);
  }
  return { entries: [...entries.values()], rejections };
}

function judge(
  values: ParsedRow['values'],
  { referents, currencies, closed, currency }: QuotaContext,
): QuotaEntry | Refusal {
  const [memberId, ...others] = referents.get(textOf(values, 'member')) ?? [];
  const period = readPeriod(textOf(values, 'period'));
  const amount = BigInt(values.amount ?? 0n);
  const paidIn = currencies.get(memberId ?? '');
  if (!memberId) return refuse('member', 'UNKNOWN', 'Nobody of this name or e-mail is known.');
  if (others.length) return refuse('member', 'AMBIGUOUS', 'More than one person has this name.');
  if (!period) return refuse('period', 'NO_PERIOD', 'Write periods like 2026-03, 2026-Q1 or 2026.');
  if (closed.has(period)) return refuse('period', 'PERIOD_LOCKED', 'The period is closed.');
  if (amount < 0n) return refuse('amount', 'NEGATIVE', 'The amount cannot be negative.');
  if (paidIn !== (values.currency ?? currency))
    return refuse('currency', 'OTHER_CURRENCY', `This person is paid in ${paidIn}.`);
  return { memberId, period, amount };
}

/** A person may stand in a file by name and again by e-mail. */
const repeated = (
  entry: QuotaEntry,
  earlier: ReadonlyMap<string, QuotaEntry>,
): Refusal | undefined =>
  earlier.has(keyOf(entry))
    ? refuse('member', 'REPEATED', 'This person has an earlier amount for the period in this file.')
    : undefined;

const keyOf = ({ memberId, period }: QuotaEntry): string => `${memberId}|${period}`;

const refuse = (field: string, code: string, reason: string): Refusal => ({ field, code, reason });

const textOf = (values: ParsedRow['values'], field: string): string => String(values[field] ?? '');
