import { createHash, createHmac } from 'node:crypto';
import type { Laurel } from './laurel.js';

/** A row as a thief has it: its values as text, where it lies, and which transaction wrote it. */
export type StolenRow = {
  table: string;
  values: Record<string, string>;
  place: number;
  transaction: number;
};

/** Every row of every table, in the order in which a dump writes them. */
export async function steal(laurel: Laurel): Promise<StolenRow[]> {
  const tables = await laurel.sql<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const stolen: StolenRow[] = [];
  for (const { name } of tables) {
    const rows = await laurel.sql<{ row: object; transaction: string; place: string }>(
      `select to_jsonb(stolen) as row, stolen.xmin::text as transaction, row_number() over (order by stolen.ctid) as place
       from "${name}" stolen order by stolen.ctid`,
    );
    stolen.push(
      ...rows.map(({ row, transaction, place }) => ({
        table: name,
        values: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asText(value)])),
        place: Number(place),
        transaction: Number(transaction),
      })),
    );
  }
  return stolen;
}

/** Bytes as their digits. */
const asText = (value: unknown): string =>
  typeof value === 'string'
    ? value.replace(/^\\x/, '')
    : value === null
      ? ''
      : JSON.stringify(value);

type Order = readonly [name: string, rows: readonly StolenRow[]];

/** Every order that rows can be brought into: by place, by transaction, by each value. */
export function ordersOf(rows: readonly StolenRow[]): Order[] {
  const by = (name: string, key: (row: StolenRow) => number | string): Order => [
    name,
    [...rows].sort((a, b) => {
      const [one, other] = [key(a), key(b)];
      return one < other ? -1 : one > other ? 1 : a.place - b.place;
    }),
  ];
  const columns = Object.keys(rows[0]?.values ?? {});
  return [
    by('place', ({ place }) => place),
    by('transaction', ({ transaction }) => transaction),
    ...columns.map((column) => by(column, ({ values }) => values[column]!)),
  ];
}

/** The most pairs that are right when two sides are laid beside each other in any order, forwards or backwards. */
export function bestGuess(
  people: readonly StolenRow[],
  answers: readonly StolenRow[],
  isRight: (person: StolenRow, answer: StolenRow) => boolean,
): { right: number; by: string } {
  let best = { right: 0, by: '' };
  for (const [one, left] of ordersOf(people))
    for (const [other, right] of ordersOf(answers))
      for (const laid of [right, right.toReversed()]) {
        const hits = left.filter((row, i) => laid[i] && isRight(row, laid[i])).length;
        if (hits > best.right) best = { right: hits, by: `${one} beside ${other}` };
      }
  return best;
}

/** How many rows the rarest transaction wrote. */
export function fewestAlike(rows: readonly StolenRow[]): number {
  const sizes = new Map<number, number>();
  for (const { transaction } of rows) sizes.set(transaction, (sizes.get(transaction) ?? 0) + 1);
  return Math.min(...sizes.values());
}

/** Values that stand on both sides, apart from short ones. */
export function inCommon(one: readonly StolenRow[], other: readonly StolenRow[]): Set<string> {
  const words = (rows: readonly StolenRow[]) =>
    new Set(
      rows.flatMap(({ values }) =>
        Object.values(values).flatMap((value) => value.split(/[",|{}:]+/)),
      ),
    );
  const others = words(other);
  return new Set([...words(one)].filter((word) => word.length >= 8 && others.has(word)));
}

/** What whoever knows the values of a row, and the salt of the server, could make of them. */
export function derivedFrom(row: StolenRow, salt: string): Set<string> {
  const found = new Set<string>();
  for (const value of Object.values(row.values))
    for (const purpose of ['', 'ticket ', 'sheet ', 'receipt '])
      for (const text of [
        `${purpose}${value}`,
        `${purpose}${value}${salt}`,
        `${salt}${purpose}${value}`,
      ]) {
        found.add(createHash('sha256').update(text).digest('hex'));
        found.add(createHmac('sha256', salt).update(text).digest('hex'));
      }
  return found;
}

/** How values go with their order: 1 when they rise with it. */
export function correlation(values: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const [x, y] = [(values.length - 1) / 2, mean(values)];
  const spread = (of: (value: number, i: number) => number) =>
    values.reduce((sum, value, i) => sum + of(value, i), 0);
  return (
    spread((value, i) => (i - x) * (value - y)) /
    Math.sqrt(spread((_, i) => (i - x) ** 2) * spread((value) => (value - y) ** 2))
  );
}
