/** Columns by kind of thing and key, as an entry tells them. */
type Rows = Record<string, Record<string, Record<string, unknown>>>;

export type ChangedColumn = { name: string; before: unknown; after: unknown };
export type ChangedRow = {
  table: string;
  key: string;
  how: 'added' | 'changed' | 'removed';
  columns: ChangedColumn[];
  /** What did not change, and says which row it is. */
  names: ChangedColumn[];
  /** Of the row's amounts, where the entry tells it. */
  currency: string | null;
};

const rowsOf = (told: unknown): Rows => (told ?? {}) as Rows;

/** What an entry tells, row by row: each column that changed, from what to what. */
export function changedRows(told: { before: unknown; after: unknown }): ChangedRow[] {
  const [before, after] = [rowsOf(told.before), rowsOf(told.after)];
  return union(before, after).flatMap((table) =>
    union(before[table], after[table]).map((key) =>
      changedRow(table, key, before[table]?.[key], after[table]?.[key]),
    ),
  );
}

type Columns = Record<string, unknown> | undefined;

function changedRow(table: string, key: string, was: Columns, is: Columns): ChangedRow {
  const currency = is?.currency ?? was?.currency;
  const told = union(was, is).map((name) => ({
    name,
    before: was?.[name] ?? null,
    after: is?.[name] ?? null,
  }));
  const isSame = ({ before, after }: ChangedColumn) => before !== null && before === after;
  return {
    table,
    key,
    how: was ? (is ? 'changed' : 'removed') : 'added',
    columns: told.filter((column) => !isSame(column)),
    names: told.filter(isSame),
    currency: typeof currency === 'string' ? currency : null,
  };
}

const union = (a: object = {}, b: object = {}): string[] => [
  ...new Set([...Object.keys(a), ...Object.keys(b)]),
];

const people = /^(member|owner|payee|actor)_id$|^created_by$/;
const money = /^(amount|list_price)$/;

export type ValueKind = 'nothing' | 'money' | 'person' | 'day' | 'instant' | 'document' | 'text';

/** How a value is written, by its column and its shape. */
export function kindOf(column: string, value: unknown): ValueKind {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'object') return 'document';
  const text = String(value);
  if (people.test(column) && text.length === 36) return 'person';
  if (money.test(column) && /^-?\d+$/.test(text)) return 'money';
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return 'day';
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return 'instant';
  return 'text';
}

/** A word for what has no translation: `first_day` is "First day", `saveDeal` is "Save deal". */
export function plainWord(name: string): string {
  const words = name
    .replaceAll(/[_.]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
