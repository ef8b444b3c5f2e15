import {
  Database,
  Outbox,
  Periods,
  Problem,
  createdRows,
  refuseChangedSince,
  restoreRows,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkQuotas, type QuotaDraft, type QuotaEntry, quotaReach } from './core/index.js';
import { Quota } from './quota.entity.js';

const largestBatch = 1_000;

/** A quota that was written because it was new or different; what it was before, null when new. */
export type WrittenQuota = {
  id: string;
  memberId: string;
  period: string;
  version: number;
  before: { amount: string; currency: string } | null;
};

/** Gives, changes and takes away quotas, and has all that depends on them computed again. */
@Injectable()
export class QuotaWriter {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly outbox: Outbox,
  ) {}

  /** All or none: a Problem names each bad row, or the period that takes no changes any more. */
  save(entries: QuotaDraft[]): Promise<Quota[]> {
    return this.database.transaction(async (tx) => {
      await this.check(tx, entries);
      for (const period of await this.reachOf(tx, entries))
        await this.periods.forWriting(tx, period);
      await this.write(tx, entries.filter(isGiven));
      await this.remove(
        tx,
        entries.filter((entry) => !isGiven(entry)),
      );
      return tx.findBy(
        Quota,
        entries.map(({ memberId, period }) => ({ memberId, period })),
      );
    });
  }

  private async remove(tx: EntityManager, quotas: readonly QuotaDraft[]): Promise<void> {
    const [removed]: [{ memberId: string; period: string }[], number] = await tx.query(
      `delete from quota using unnest($1::uuid[], $2::text[]) as given (member_id, period)
       where (quota.member_id, quota.period) = (given.member_id, given.period)
       returning quota.member_id as "memberId", quota.period`,
      [quotas.map(({ memberId }) => memberId), quotas.map(({ period }) => period)],
    );
    await this.announce(tx, removed);
  }

  /** Writes what differs, in the currency each member is paid in. The entries are right and their periods open. */
  async write(tx: EntityManager, entries: readonly QuotaEntry[]): Promise<WrittenQuota[]> {
    const memberIds = entries.map(({ memberId }) => memberId);
    const periods = entries.map(({ period }) => period);
    await tx.query(holdQuotas, [memberIds, periods]);
    const amounts = entries.map(({ amount }) => amount.toString());
    const written: WrittenQuota[] = await tx.query(upsertQuotas, [memberIds, periods, amounts]);
    await this.announce(tx, written);
    return written;
  }

  /** Refuses when one of the quotas that an import wrote was changed since, or counts in a closed period. */
  async refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    await refuseChangedSince(tx, 'quota', importId);
    for (const period of await this.reachOf(tx, await imported(tx, importId)))
      await this.periods.forWriting(tx, period);
  }

  /** Quotas that an import gave go, those that it changed are what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const changed = await imported(tx, importId);
    await restoreRows(tx, 'quota', ['amount', 'currency'], importId);
    await tx.query(`delete from quota where id in (${createdRows})`, [importId]);
    await this.announce(tx, changed);
  }

  /** Every period these quotas have a say in, in a fixed order. */
  async reachOf(tx: EntityManager, quotas: readonly { period: string }[]): Promise<string[]> {
    const calendar = await this.periods.calendar(tx);
    return [...new Set(quotas.flatMap(({ period }) => quotaReach(period, calendar)))].sort();
  }

  /** Refuses entries that are not right, each with its row. */
  async check(tx: EntityManager, entries: readonly QuotaDraft[]): Promise<void> {
    if (entries.length > largestBatch)
      throw new Problem('TOO_MANY_ROWS', `Save at most ${largestBatch} quotas at a time.`);
    const known: { id: string }[] = await tx.query(
      `select id from member where id::text = any($1)`,
      [entries.map(({ memberId }) => memberId)],
    );
    const rows = checkQuotas(entries, new Set(known.map(({ id }) => id)));
    if (rows.length)
      throw new Problem('BAD_QUOTAS', `${rows.length} of ${entries.length} quotas are not right.`, {
        rows,
      });
  }

  /** Has all that these quotas have a say in computed again. */
  async announce(
    tx: EntityManager,
    changed: readonly { memberId: string; period: string }[],
  ): Promise<void> {
    const calendar = await this.periods.calendar(tx);
    const due = changed.flatMap(({ memberId, period }) =>
      quotaReach(period, calendar).map((reached) => ({ payeeId: memberId, period: reached })),
    );
    const periods = await this.reachOf(tx, changed);
    await this.outbox.emitAll(tx, 'commission.compute', due);
    await this.outbox.emitAll(
      tx,
      'standing.refresh',
      periods.map((period) => ({ period })),
    );
  }
}

const isGiven = (entry: QuotaDraft): entry is QuotaEntry => entry.amount !== null;

/** The quotas that an import wrote. */
const imported = (
  tx: EntityManager,
  importId: string,
): Promise<{ memberId: string; period: string }[]> =>
  tx.query(
    `select member_id as "memberId", period from quota
     join import_change on row_id = quota.id where import_id = $1`,
    [importId],
  );

/** Nobody changes what is there between reading and writing it. */
const holdQuotas = `
  select from quota
  join unnest($1::uuid[], $2::text[]) as given (member_id, period) using (member_id, period)
  order by quota.id for update of quota`;

const upsertQuotas = `
  with given as (
    select * from unnest($1::uuid[], $2::text[], $3::bigint[]) as given (member_id, period, amount)),
  earlier as (
    select quota.* from quota join given using (member_id, period)),
  written as (
    insert into quota (member_id, period, amount, currency)
    select member_id, period, amount, member.currency from given join member on member.id = member_id
    on conflict (organization_id, member_id, period) do update
      set amount = excluded.amount, currency = excluded.currency, version = quota.version + 1
      where (quota.amount, quota.currency) is distinct from (excluded.amount, excluded.currency)
    returning id, member_id, period, version)
  select written.id, written.member_id as "memberId", written.period, written.version,
    case when earlier.id is not null
      then json_build_object('amount', earlier.amount::text, 'currency', earlier.currency) end as before
  from written left join earlier on earlier.id = written.id`;
