import { countedCredits } from '@laurel/credit';
import { ask, copyRecordsOut, RecordReader, textArray } from '@laurel/shared';
import { daysBetween, type DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import type { Products, RolledUp } from './core/index.js';
import { PayeeCredits } from './payee-credits.js';

export type NamedRange = DayRange & { readonly period: string };

/** Whose credits are asked for, and in which currency they are paid. */
export type PlainPayee = { readonly id: string; readonly currency: string };

export type PlainAsked = {
  readonly payees: readonly PlainPayee[];
  /** One after the other. */
  readonly ranges: readonly NamedRange[];
  /** All that the plans name. */
  readonly products: Products;
};

/** Number of the payee, day, product and whether a plain plan has a word for it, amount, ids of credit and deal. */
const sizes = [4, 4, 4, 8, 16, 16];

/**
 * The credits of each of the payees by the payee's place, in the plan's order; what is rolled up is not among them. The columns
 * are the same each time, filled anew.
 */
export async function* plainCredits(
  reader: EntityManager,
  asked: PlainAsked,
): AsyncGenerator<[place: number, credits: PayeeCredits]> {
  const records = new RecordReader(sizes);
  const [number, day, product, amount, ids] = records.fields as [
    number,
    number,
    number,
    number,
    number,
  ];
  const ends = asked.ranges.map(({ to }) => daysBetween(firstDay, to));
  const credits = new PayeeCredits(ends);
  let place = 0;
  for await (const rows of copyRecordsOut(reader, inOrder(asked), records))
    for (let at = 0; at < rows.length; at += records.size) {
      const next = rows.readInt32BE(at + number);
      for (; place < next; place++) {
        yield [place, credits];
        credits.clear();
      }
      credits.add(rows, at + day, at + product, at + amount, at + ids);
    }
  for (; place < asked.payees.length; place++) {
    yield [place, credits];
    credits.clear();
  }
}

/** The day that PostgreSQL counts days from. */
const firstDay = '2000-01-01';

type RolledUpRow = {
  number: number;
  place: number;
  level: number;
  isPlain: boolean;
  amount: number;
};

/** What is rolled up to a payee in the periods; null where a plain plan has no word for it. */
type RolledUpPeriods = readonly (RolledUp | null | undefined)[];

/** Nothing where nothing is rolled up. */
export function inPeriod(periods: RolledUpPeriods | undefined, place: number): RolledUp | null {
  const known = periods?.[place];
  return known === undefined ? [] : known;
}

/** By the payee's place, then by the period's: one sum for each level. */
export async function readRolledUp(
  tx: EntityManager,
  asked: PlainAsked,
): Promise<ReadonlyMap<number, RolledUpPeriods>> {
  const known = new Map<number, (RolledUp | null | undefined)[]>();
  for (const { number, place, level, isPlain, amount } of await ask<RolledUpRow>(
    tx,
    rolledUp(asked),
  )) {
    const own = known.get(number) ?? [];
    known.set(number, own);
    const before = own[place];
    own[place] =
      isPlain && Number.isSafeInteger(amount) && before !== null
        ? [...(before ?? []), { level, amount }]
        : null;
  }
  return known;
}

/** Whether a plain plan has a word for a credit stands beside its product, in the lowest bit. */
const inOrder = (asked: PlainAsked): string => `
  select number, credited_on,
    coalesce(named.place, 0)::integer * 2 + (credit.currency = payee.currency and kind in ('direct', 'split') and part = 0)::integer,
    credit.amount, credit.id, deal_id
  from ${credited(asked)}
  join deal on deal.id = deal_id
  left join (
    select id, place from product join unnest(${textArray(asked.products.names.slice(1) as string[])})
      with ordinality as named (name, place) using (name)) named on named.id = product_id
  where kind <> 'rollUp' and ${within(asked)}
  order by number, credited_on, external_id collate "C"`;

const rolledUp = (asked: PlainAsked): string => `
  select number, ${placeAmong(asked)} as place, level::integer, bool_and(credit.currency = payee.currency) as "isPlain",
    sum(amount)::float8 as amount
  from ${credited(asked)}
  where kind = 'rollUp' and ${within(asked)}
  group by number, 2, level order by number, 2, level`;

const credited = ({ payees }: PlainAsked): string => `
  ${countedCredits} credit
  join (select payee_id, currency, (number - 1)::integer as number
    from unnest('{${payees.map(({ id }) => id).join(',')}}'::uuid[], ${textArray(payees.map(({ currency }) => currency))})
      with ordinality as payee (payee_id, currency, number)) payee using (payee_id)`;

/** Periods that are not asked for may lie between those that are. */
const placeAmong = ({ ranges }: PlainAsked): string =>
  `case ${ranges.map(({ from, to }, place) => `when credited_on >= '${from}' and credited_on < '${to}' then ${place}`).join(' ')} end`;

const within = (asked: PlainAsked): string => {
  const { ranges } = asked;
  const days = `credited_on >= '${ranges[0]!.from}' and credited_on < '${ranges.at(-1)!.to}'`;
  const isWhole = ranges.every(({ from }, i) => i === 0 || from === ranges[i - 1]!.to);
  return isWhole ? days : `${days} and ${placeAmong(asked)} is not null`;
};
