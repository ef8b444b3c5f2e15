import {
  Problem,
  createdRows,
  refuseChangedSince,
  restoreRows,
  type Database,
  type Outbox,
  type Periods,
} from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import {
  type AmountKey,
  type AmountTable,
  deleteAmounts,
  importedAmounts,
  upsertAmounts,
  type WrittenAmount,
} from './amount-rows.js';
import { checkQuotas, type QuotaDraft, type QuotaEntry, quotaReach } from './core/index.js';

const largestBatch = 1_000;

/** Gives, changes and takes away what members are to reach or to earn, and has all that depends on it computed again. */
export abstract class AmountWriter {
  protected abstract readonly table: AmountTable;
  protected abstract readonly badCode: string;

  constructor(
    protected readonly database: Database,
    protected readonly periods: Periods,
    protected readonly outbox: Outbox,
  ) {}

  /** All or none: a Problem names each bad row, or the period that takes no changes any more. */
  protected async saveAll(tx: EntityManager, entries: readonly QuotaDraft[]): Promise<void> {
    await this.check(tx, entries);
    for (const period of await this.reachOf(tx, entries)) await this.periods.forWriting(tx, period);
    await this.write(tx, entries.filter(isGiven));
    const taken = entries.filter((entry) => !isGiven(entry));
    await this.announce(tx, await deleteAmounts(tx, this.table, taken));
  }

  /** Writes what differs, in the currency each member is paid in. The entries are right and their periods open. */
  async write(tx: EntityManager, entries: readonly QuotaEntry[]): Promise<WrittenAmount[]> {
    const written = await upsertAmounts(tx, this.table, entries);
    await this.announce(tx, written);
    return written;
  }

  /** Refuses when one of the amounts that an import wrote was changed since, or counts in a closed period. */
  async refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    await refuseChangedSince(tx, this.table, importId);
    const imported = await importedAmounts(tx, this.table, importId);
    for (const period of await this.reachOf(tx, imported))
      await this.periods.forWriting(tx, period);
  }

  /** Amounts that an import gave go, those that it changed are what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const changed = await importedAmounts(tx, this.table, importId);
    await restoreRows(tx, this.table, ['amount', 'currency'], importId);
    await tx.query(`delete from ${this.table} where id in (${createdRows})`, [importId]);
    await this.announce(tx, changed);
  }

  /** Every period these amounts have a say in, in a fixed order. */
  async reachOf(tx: EntityManager, amounts: readonly { period: string }[]): Promise<string[]> {
    const calendar = await this.periods.calendar(tx);
    return [...new Set(amounts.flatMap(({ period }) => quotaReach(period, calendar)))].sort();
  }

  /** Refuses entries that are not right, each with its row. */
  async check(tx: EntityManager, entries: readonly QuotaDraft[]): Promise<void> {
    if (entries.length > largestBatch)
      throw new Problem('TOO_MANY_ROWS', `Save at most ${largestBatch} rows at a time.`);
    const known: { id: string }[] = await tx.query(
      `select id from member where id::text = any($1)`,
      [entries.map(({ memberId }) => memberId)],
    );
    const rows = checkQuotas(entries, new Set(known.map(({ id }) => id)));
    if (rows.length)
      throw new Problem(this.badCode, `${rows.length} of ${entries.length} rows are not right.`, {
        rows,
      });
  }

  /** Has the pay that these amounts have a say in computed again. */
  async announce(tx: EntityManager, changed: readonly AmountKey[]): Promise<void> {
    const calendar = await this.periods.calendar(tx);
    const due = changed.flatMap(({ memberId, period }) =>
      quotaReach(period, calendar).map((reached) => ({ payeeId: memberId, period: reached })),
    );
    await this.outbox.emitAll(tx, 'commission.compute', due);
  }
}

const isGiven = (entry: QuotaDraft): entry is QuotaEntry => entry.amount !== null;
