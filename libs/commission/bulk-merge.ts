import { hash } from 'node:crypto';
import { ArrayWriter, ask, type ElementType, tell } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import type { StorableRow } from './earning-row.js';

type Column = {
  readonly type: ElementType;
  readonly write: (to: ArrayWriter, row: StorableRow) => void;
  /** What the table holds, where it is not the type that is sent. */
  readonly stored?: string;
};
type Columns = Readonly<Record<string, Column>>;

/** All but the lines, which are much longer than the rest. */
const head: Columns = {
  id: { type: 'uuid', write: (to, { id }) => to.uuid(id) },
  payee_id: { type: 'uuid', write: (to, { payeeId }) => to.uuid(payeeId) },
  period: { type: 'text', write: (to, { period }) => to.text(period) },
  plan_version_id: { type: 'uuid', write: (to, { planVersionId }) => to.uuid(planVersionId) },
  currency: { type: 'text', write: (to, { currency }) => to.text(currency), stored: 'char(3)' },
  credited: { type: 'int8', write: (to, { credited }) => to.int8(credited) },
  quota: { type: 'int8', write: (to, { quota }) => to.int8(quota) },
  earned: { type: 'int8', write: (to, { earned }) => to.int8(earned) },
  deal_count: { type: 'int4', write: (to, { dealCount }) => to.int4(dealCount) },
  line_count: { type: 'int4', write: (to, { lineCount }) => to.int4(lineCount) },
  problems: {
    type: 'text',
    write: (to, { problems }) => to.text(JSON.stringify(problems)),
    stored: 'jsonb',
  },
  terms: { type: 'text', write: (to, { terms }) => to.text(terms) },
  fractions: {
    type: 'text',
    write: (to, { fractions }) => (fractions ? to.text(JSON.stringify(fractions)) : to.none()),
    stored: 'jsonb',
  },
};

const lines: Columns = { lines: { type: 'bytea', write: (to, row) => to.data(row.lines) } };
const digest: Columns = {
  lines_digest: {
    type: 'bytea',
    write: (to, row) => to.data(hash('sha256', row.lines, 'buffer')),
  },
};
const whole = { ...head, ...lines };
const compared = { ...head, ...digest };

const listed = (columns: Columns, table?: string) =>
  Object.keys(columns)
    .map((name) => (table ? `${table}.${name}` : name))
    .join(', ');

/** The rows that are sent as one array for each column, in their order. */
const sent = (columns: Columns) => {
  const all = Object.entries(columns);
  return `
    select ${all.map(([name, { stored }]) => (stored ? `${name}::${stored}` : name)).join(', ')}, place
    from unnest(${all.map(([, { type }], i) => `$${i + 1}::${type}[]`).join(', ')})
      with ordinality as sent (${listed(columns)}, place)`;
};

/** Places of the rows that are new or differ. */
const differing = `
  select due.place::integer - 1 as place from (${sent(compared)}) due
  where not exists (
    select from earning kept
    where kept.id = due.id and (${listed(compared, 'kept')}) is not distinct from (${listed(compared, 'due')}))`;

const write = `
  insert into earning (${listed(whole)}) select ${listed(whole)} from (${sent(whole)}) due
  on conflict (organization_id, id) do update set (${listed(whole)}) = (${listed(whole, 'excluded')})`;

/** Payee by payee: all rows of the periods would be read otherwise. */
const removeOthers = `
  delete from earning where id = any(array(
    select kept.id from unnest($2::uuid[]) as payee
    cross join lateral (select id, period from earning where payee_id = payee offset 0) kept
    where kept.period = any($1) and kept.id <> all($3::uuid[])))`;

const planning = (others: 'on' | 'off') =>
  `select ${['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
    .map((setting) => `set_config('${setting}', '${others}', true)`)
    .join(', ')}`;

/** The table may just have been empty: it would then be read whole for each block. */
const byKey = planning('off');
const anyhow = planning('on');

/** Bytes of lines that are sent together. */
const blockSize = 1 << 19;

/** Blocks that are on their way while another is computed. */
const blocksAtMost = 3;

/** A payee with all rows of the periods that are paid. */
export type PaidPayee = readonly [payeeId: string, rows: readonly StorableRow[]];

/** Takes the rows of many payees as they are computed, and makes those that are stored equal to them. */
export class EarningMerge {
  /** Whose rows were taken. */
  readonly payeeIds = new Set<string>();
  private readonly ids = new ArrayWriter('uuid');
  private block: StorableRow[] = [];
  private size = 0;
  private readonly sending: Promise<unknown>[] = [];

  constructor(private readonly tx: EntityManager) {}

  add([payeeId, rows]: PaidPayee): void {
    this.payeeIds.add(payeeId);
    for (const row of rows) {
      this.block.push(row);
      this.size += row.lines.length;
      this.ids.uuid(row.id);
    }
  }

  /** Sends what has come together, if that is much by now; while the database writes it the next rows are computed. */
  async sendBlock(): Promise<void> {
    if (this.size < blockSize) return;
    this.begin();
    if (this.sending.length > blocksAtMost) await this.sending.shift();
  }

  /** Sends the rest, and takes away what these payees had been paid in the periods where nothing is left to pay. */
  async end(periods: readonly string[]): Promise<void> {
    this.begin();
    await Promise.all(this.sending);
    tell(this.tx, removeOthers, [periods, [...this.payeeIds], this.ids.take()]);
  }

  private begin(): void {
    const sent = this.send();
    // Whoever waits for it later is told of its failure.
    sent.catch(() => undefined);
    this.sending.push(sent);
  }

  /** Only rows that differ are sent whole, and the others left untouched. */
  private async send(): Promise<void> {
    const rows = this.block;
    [this.block, this.size] = [[], 0];
    tell(this.tx, byKey);
    const heads = arraysOf(head, rows);
    const differ = ask<{ place: number }>(this.tx, differing, [
      ...heads,
      ...arraysOf(digest, rows),
    ]);
    tell(this.tx, anyhow);
    const places = await differ;
    if (!places.length) return;
    const due = places.length === rows.length ? rows : places.map(({ place }) => rows[place]!);
    const own = due === rows ? heads : arraysOf(head, due);
    await ask(this.tx, write, [...own, ...arraysOf(lines, due)]);
  }
}

const arraysOf = (columns: Columns, rows: readonly StorableRow[]): Buffer[] =>
  Object.values(columns).map((column) => {
    const array = new ArrayWriter(column.type);
    for (const row of rows) column.write(array, row);
    return array.take();
  });
