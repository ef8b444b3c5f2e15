import { ArrayWriter, ask, type ElementType, tell } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import type { StorableRow } from './earning-row.js';

type Column = {
  readonly type: ElementType;
  readonly write: (to: ArrayWriter, row: StorableRow) => void;
  /** What the table holds, where it is not the type that is sent. */
  readonly stored?: string;
};

const columns: Readonly<Record<string, Column>> = {
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
  lines: { type: 'bytea', write: (to, { lines }) => to.data(lines) },
  fractions: {
    type: 'text',
    write: (to, { fractions }) => (fractions ? to.text(JSON.stringify(fractions)) : to.none()),
    stored: 'jsonb',
  },
};

const all = Object.entries(columns);
const names = all.map(([name]) => name).join(', ');
const of = (table: string) => all.map(([name]) => `${table}.${name}`).join(', ');

/** Rows that are new or differ are written, and the others left untouched. */
const merge = `
  insert into earning (${names})
  select ${of('due')} from (
    select ${all.map(([name, { stored }]) => (stored ? `${name}::${stored}` : name)).join(', ')}
    from unnest(${all.map(([, { type }], i) => `$${i + 1}::${type}[]`).join(', ')}) as sent (${names})) due
  where not exists (
    select from earning kept where kept.id = due.id and (${of('kept')}) is not distinct from (${of('due')}))
  on conflict (organization_id, id) do update set (${names}) = (${of('excluded')})`;

const removeOthers = `
  delete from earning where period = any($1) and payee_id = any($2) and id <> all($3::uuid[])`;

/** Bytes that are sent together. */
const blockSize = 1 << 19;

/** Takes the rows of many payees as they are computed, and makes those that are stored equal to them. */
export class EarningMerge {
  private readonly writers = all.map(([, { type }]) => new ArrayWriter(type));
  private readonly ids = new ArrayWriter('uuid');
  private sending: Promise<unknown> = Promise.resolve();

  constructor(private readonly tx: EntityManager) {}

  add(row: StorableRow): void {
    for (let i = 0; i < all.length; i++) all[i]![1].write(this.writers[i]!, row);
    this.ids.uuid(row.id);
  }

  /** Sends what has come together, if that is much by now; while the database writes it the next rows are computed. */
  async sendBlock(): Promise<void> {
    if (this.writers.reduce((sum, { size }) => sum + size, 0) < blockSize) return;
    await this.sending;
    this.sending = this.send();
    // Whoever waits for it next is told of its failure.
    this.sending.catch(() => undefined);
  }

  /** Sends the rest, and takes away what these payees had been paid in the periods where nothing is left to pay. */
  async end(periods: readonly string[], payeeIds: readonly string[]): Promise<void> {
    await this.sending;
    await this.send();
    tell(this.tx, removeOthers, [periods, payeeIds, this.ids.take()]);
  }

  private send(): Promise<unknown> {
    return ask(
      this.tx,
      merge,
      this.writers.map((writer) => writer.take()),
    );
  }
}
