import { ownMonths, rolledUpBetween } from '@laurel/credit';
import { ask, copyRecordsOut } from '@laurel/shared';
import { daysBetween, type DayRange, monthStart } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import type { Products, RolledUp } from './core/index.js';
import { PayeeCredits } from './payee-credits.js';

export type NamedRange = DayRange & { readonly period: string };

export type PlainAsked = {
  /** Whose credits are asked for, and in which currency each is paid. */
  readonly payees: ReadonlyMap<string, string>;
  /** One after the other. */
  readonly ranges: readonly NamedRange[];
  /** All that the plans name. */
  readonly products: Products;
};

/**
 * The credits of each of the payees in the plan's order; what is rolled up is not among them. The columns are the same each
 * time, filled anew.
 */
export async function* plainCredits(
  reader: EntityManager,
  asked: PlainAsked,
): AsyncGenerator<[payeeId: string, credits: PayeeCredits]> {
  const credits = new PayeeCredits(daysOf(asked), await placesByNumber(reader, asked));
  const waiting = new Set(asked.payees.keys());
  let current: string | undefined;
  for await (const months of copyRecordsOut(reader, inOrder(asked), 3))
    for (const [payee, currency, records] of months) {
      if (!credits.isOf(payee!)) {
        if (current !== undefined) yield [current, credits];
        const next = credits.begin(payee!, asked.payees);
        current = waiting.delete(next) ? next : undefined;
      }
      if (current !== undefined) credits.add(currency!, records!);
    }
  if (current !== undefined) yield [current, credits];
  credits.clear();
  for (const payeeId of waiting) yield [payeeId, credits];
}

const daysOf = ({ ranges }: PlainAsked) =>
  ranges.map(({ from, to }) => ({
    from: daysBetween(firstDay, from),
    to: daysBetween(firstDay, to),
  }));

/** Places of the products that plans name, by the numbers that stand for them in records. */
async function placesByNumber(
  reader: EntityManager,
  { products }: PlainAsked,
): Promise<ReadonlyMap<number, number>> {
  const rows = await ask<{ number: number; name: string }>(reader, numbersOf, [
    products.names.slice(1),
  ]);
  return new Map(rows.map(({ number, name }) => [number, products.placeOf(name)]));
}

const numbersOf = `select number, name from product where name = any($1)`;

/** The day that records count days from. */
const firstDay = '2000-01-01';

type RolledUpRow = {
  payeeId: string;
  place: number;
  level: number;
  currency: string;
  amount: number;
};

/** What is rolled up to a payee in the periods; null where a plain plan has no word for it. */
type RolledUpPeriods = readonly (RolledUp | null | undefined)[];

/** Nothing where nothing is rolled up. */
export function inPeriod(periods: RolledUpPeriods | undefined, place: number): RolledUp | null {
  const known = periods?.[place];
  return known === undefined ? [] : known;
}

/** By payee, then by the period's place: one sum for each level. */
export async function readRolledUp(
  tx: EntityManager,
  asked: PlainAsked,
): Promise<ReadonlyMap<string, RolledUpPeriods>> {
  const known = new Map<string, (RolledUp | null | undefined)[]>();
  const rows: RolledUpRow[] = await tx.query(rolledUp(asked));
  for (const { payeeId, place, level, currency, amount } of rows) {
    const own = known.get(payeeId) ?? [];
    known.set(payeeId, own);
    const before = own[place];
    const isPlain = currency === asked.payees.get(payeeId) && Number.isSafeInteger(amount);
    own[place] = isPlain && before !== null ? [...(before ?? []), { level, amount }] : null;
  }
  return known;
}

const inOrder = (asked: PlainAsked): string => `
  select payee_id, currency, records from ${ownMonths} months
  where month >= '${monthStart(asked.ranges[0]!.from)}' and month < '${asked.ranges.at(-1)!.to}' and ${among(asked)}
  order by payee_id, month`;

const rolledUp = (asked: PlainAsked): string => `
  select payee_id as "payeeId", ${placeAmong(asked)} as place, level, currency, sum(amount)::float8 as amount
  from ${rolledUpBetween(asked.ranges.flatMap(({ from, to }) => [from, to]))} credit
  where ${within(asked)} and ${among(asked)}
  group by payee_id, 2, level, currency order by payee_id, 2, level, currency`;

/** Most of the payees that are looked for one by one: it takes less to read all of a large company. */
const fewPayees = 500;

function among({ payees }: PlainAsked): string {
  const ids = [...payees.keys()];
  if (ids.length <= fewPayees) return `payee_id = any('{${ids.join(',')}}')`;
  const sorted = ids.toSorted();
  return `payee_id between '${sorted[0]}' and '${sorted.at(-1)}'`;
}

/** Periods that are not asked for may lie between those that are. */
const placeAmong = ({ ranges }: PlainAsked): string =>
  `case ${ranges.map(({ from, to }, place) => `when credited_on >= '${from}' and credited_on < '${to}' then ${place}`).join(' ')} end`;

const within = (asked: PlainAsked): string => {
  const { ranges } = asked;
  const days = `credited_on >= '${ranges[0]!.from}' and credited_on < '${ranges.at(-1)!.to}'`;
  const isWhole = ranges.every(({ from }, i) => i === 0 || from === ranges[i - 1]!.to);
  return isWhole ? days : `${days} and ${placeAmong(asked)} is not null`;
};
