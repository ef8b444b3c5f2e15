import { countedCredits } from '@laurel/credit';
import { type BinaryArray, type BinaryRow, copyRowsOut, textArray } from '@laurel/shared';
import type { DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import type { PlainCredits, Products } from './core/index.js';

export type NamedRange = DayRange & { readonly period: string };

/** Whose credits are asked for, and in which currency they are paid. */
export type PlainPayee = { readonly id: string; readonly currency: string };

/** The credits of one payee's period in columns, with the ids of credits and deals as they came. */
export type GatheredCredits = PlainCredits & {
  readonly ids?: { readonly credit: BinaryArray; readonly deal: BinaryArray };
};

/** By period; null for one with something that a plain plan has no word for. */
export type PlainPeriods = ReadonlyMap<string, GatheredCredits | null>;

type Asked = {
  readonly payees: readonly PlainPayee[];
  /** One after the other. */
  readonly ranges: readonly NamedRange[];
  /** All that the plans name. */
  readonly products: Products;
};

/** The credits of each of the payees, once, in the plan's order; what is rolled up comes as one sum for each level. */
export async function* plainCredits(
  reader: EntityManager,
  asked: Asked,
): AsyncGenerator<[payeeId: string, periods: PlainPeriods]> {
  const rolledUp = await readRolledUp(reader, asked);
  const waiting = new Set(asked.payees.map(({ id }) => id));
  const periodsOf = (payeeId: string): Map<string, GatheredCredits | null> => {
    waiting.delete(payeeId);
    return rolledUp.get(payeeId) ?? new Map<string, GatheredCredits | null>();
  };
  let current: [string, Map<string, GatheredCredits | null>] | undefined;
  for await (const rows of copyRowsOut(reader, gathered(asked)))
    for (const row of rows) {
      const payeeId = row.uuid(at.payee);
      if (payeeId !== current?.[0]) {
        if (current) yield current;
        current = [payeeId, periodsOf(payeeId)];
      }
      const { period } = asked.ranges[row.int(at.place)]!;
      current[1].set(period, withRow(current[1].get(period), row));
    }
  if (current) yield current;
  for (const payeeId of waiting) yield [payeeId, periodsOf(payeeId)];
}

function withRow(
  known: GatheredCredits | null | undefined,
  row: BinaryRow,
): GatheredCredits | null {
  if (known === null || !row.flag(at.isPlain)) return null;
  const deal = row.array(at.deal);
  return {
    amount: row.array(at.amount).numbers(),
    product: row.array(at.product).ints(),
    dealCount: deal.uuidRuns(),
    rolledUp: known?.rolledUp ?? [],
    ids: { credit: row.array(at.credit), deal },
  };
}

type RolledUpRow = {
  payeeId: string;
  place: number;
  isPlain: boolean;
  levels: number[];
  amounts: number[];
};

/** What is rolled up to the payees, as credits without any of their own. */
async function readRolledUp(
  reader: EntityManager,
  asked: Asked,
): Promise<Map<string, Map<string, GatheredCredits | null>>> {
  const rows: RolledUpRow[] = await reader.query(rolledUp(asked));
  const known = new Map<string, Map<string, GatheredCredits | null>>();
  for (const { payeeId, place, isPlain, levels, amounts } of rows) {
    const periods = known.get(payeeId) ?? new Map<string, GatheredCredits | null>();
    const sums = levels.map((level, i) => ({ level, amount: amounts[i]! }));
    const plain = isPlain && amounts.every(Number.isSafeInteger);
    periods.set(asked.ranges[place]!.period, plain ? onlyRolledUp(sums) : null);
    known.set(payeeId, periods);
  }
  return known;
}

const onlyRolledUp = (rolledUp: GatheredCredits['rolledUp']): GatheredCredits => ({
  amount: new Float64Array(),
  product: new Int32Array(),
  dealCount: 0,
  rolledUp,
});

/** Nothing was credited. */
export const noCredits = onlyRolledUp([]);

/** The columns of `gathered` by their place. */
const at = { payee: 0, place: 1, isPlain: 2, product: 3, amount: 4, credit: 5, deal: 6 };

/** One row for each payee and period, payee by payee. */
const gathered = (asked: Asked): string => `
  select payee_id, place, bool_and(is_plain), array_agg(product), array_agg(amount), array_agg(id), array_agg(deal_id)
  from (
    select payee_id, ${placeAmong(asked)} as place, credit.currency = payee.currency and kind in ('direct', 'split') and part = 0 as is_plain,
      coalesce(named.place, 0)::integer as product, credit.amount, credit.id, deal_id
    from ${credited(asked)}
    join deal on (deal.organization_id, deal.id) = (credit.organization_id, deal_id)
    left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)
    left join unnest(${textArray(asked.products.names.slice(1) as string[])}) with ordinality as named (name, place)
      on named.name = product.name
    where kind <> 'rollUp' and ${within(asked)}
    order by payee_id, ${placeAmong(asked)}, credited_on, external_id collate "C"
  ) credit
  group by payee_id, place`;

const rolledUp = (asked: Asked): string => `
  select payee_id as "payeeId", place, bool_and(is_plain) as "isPlain",
    array_agg(level::integer) as levels, array_agg(amount) as amounts
  from (
    select payee_id, ${placeAmong(asked)} as place, level, bool_and(credit.currency = payee.currency) as is_plain,
      sum(amount)::float8 as amount
    from ${credited(asked)}
    where kind = 'rollUp' and ${within(asked)}
    group by payee_id, 2, level
  ) credit
  group by payee_id, place`;

const credited = ({ payees }: Asked): string => `
  ${countedCredits} credit
  join unnest('{${payees.map(({ id }) => id).join(',')}}'::uuid[], ${textArray(payees.map(({ currency }) => currency))})
    as payee (payee_id, currency) using (payee_id)`;

/** Periods that are not asked for may lie between those that are. */
const placeAmong = ({ ranges }: Asked): string =>
  `case ${ranges.map(({ from, to }, place) => `when credited_on >= '${from}' and credited_on < '${to}' then ${place}`).join(' ')} end`;

const within = (asked: Asked): string => {
  const { ranges } = asked;
  const days = `credited_on >= '${ranges[0]!.from}' and credited_on < '${ranges.at(-1)!.to}'`;
  const isWhole = ranges.every(({ from }, i) => i === 0 || from === ranges[i - 1]!.to);
  return isWhole ? days : `${days} and ${placeAmong(asked)} is not null`;
};
