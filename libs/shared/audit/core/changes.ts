type Columns = Readonly<Record<string, unknown>>;

/** One row as the database noted it: changed columns only; null before it existed, and after it is gone. */
export type Change = {
  readonly table: string;
  readonly key: string;
  readonly before: Columns | null;
  readonly after: Columns | null;
};

/** Changed columns by table and key. */
export type Rows = Record<string, Record<string, Columns>>;

/** What an audit row tells of the changed rows. */
export type Changes = {
  readonly object: string | null;
  readonly objectIds: readonly string[];
  readonly before: Rows | null;
  readonly after: Rows | null;
};

/** Most rows named in the list of ids; `counts` tells how many there were. */
const mostIds = 200;

/** A row that changed several times is told once: as it was at first, and as it was in the end. */
export function mergeChanges(changes: readonly Change[]): Changes {
  const rows = new Map<string, Change>();
  for (const change of changes) {
    const name = `${change.table}|${change.key}`;
    rows.set(name, joined(rows.get(name), change));
  }
  const told = [...rows.values()].filter(({ before, after }) => before ?? after);
  return {
    object: told[0]?.table ?? null,
    objectIds: told.slice(0, mostIds).map(({ key }) => key),
    before: byTable(told, 'before'),
    after: byTable(told, 'after'),
  };
}

function joined(first: Change | undefined, then: Change): Change {
  if (!first) return then;
  const before = first.before && { ...then.before, ...first.before };
  const after = then.after && { ...first.after, ...then.after };
  return { ...then, before, after };
}

function byTable(changes: readonly Change[], side: 'before' | 'after'): Rows | null {
  const rows: Rows = {};
  for (const { table, key, [side]: columns } of changes)
    if (columns) (rows[table] ??= {})[key] = columns;
  return Object.keys(rows).length ? rows : null;
}
