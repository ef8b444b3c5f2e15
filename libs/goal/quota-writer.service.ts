import { Database, Outbox, Periods, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkQuotas, quotaReach, type QuotaEntry } from './core/index.js';
import { Quota } from './quota.entity.js';

const largestBatch = 1_000;

/** A quota that was written because it was new or different. */
export type WrittenQuota = { memberId: string; period: string; created: boolean };

/** Gives, changes and takes away quotas, and has all that depends on them computed again. */
@Injectable()
export class QuotaWriter {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly outbox: Outbox,
  ) {}

  /** All or none: a Problem names each bad row, or the period that takes no changes any more. */
  save(entries: QuotaEntry[]): Promise<Quota[]> {
    return this.database.transaction(async (tx) => {
      await this.check(tx, entries);
      for (const period of await this.reachOf(tx, entries))
        await this.periods.forWriting(tx, period);
      await this.write(tx, entries);
      return tx.findBy(
        Quota,
        entries.map(({ memberId, period }) => ({ memberId, period })),
      );
    });
  }

  /** Takes quotas of a period away; answers how many there were. Refuses when the period is closed. */
  remove(period: string, memberIds: readonly string[]): Promise<number> {
    return this.database.transaction(async (tx) => {
      for (const reached of await this.reachOf(tx, [{ period }]))
        await this.periods.forWriting(tx, reached);
      const [removed]: [{ memberId: string; period: string }[], number] = await tx.query(
        `delete from quota where period = $1 and member_id::text = any($2)
         returning member_id as "memberId", period`,
        [period, memberIds],
      );
      await this.announce(tx, removed);
      return removed.length;
    });
  }

  /** Writes what differs, in the currency each member is paid in. The entries are right and their periods open. */
  async write(tx: EntityManager, entries: readonly QuotaEntry[]): Promise<WrittenQuota[]> {
    const written: WrittenQuota[] = await tx.query(upsertQuotas, [
      entries.map(({ memberId }) => memberId),
      entries.map(({ period }) => period),
      entries.map(({ amount }) => amount.toString()),
    ]);
    await this.announce(tx, written);
    return written;
  }

  /** Every period these quotas have a say in, in a fixed order. */
  async reachOf(tx: EntityManager, quotas: readonly { period: string }[]): Promise<string[]> {
    const start = await this.periods.fiscalYearStart(tx);
    return [...new Set(quotas.flatMap(({ period }) => quotaReach(period, start)))].sort();
  }

  private async check(tx: EntityManager, entries: readonly QuotaEntry[]): Promise<void> {
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

  private async announce(
    tx: EntityManager,
    changed: readonly { memberId: string; period: string }[],
  ): Promise<void> {
    const start = await this.periods.fiscalYearStart(tx);
    const due = changed.flatMap(({ memberId, period }) =>
      quotaReach(period, start).map((reached) => ({ payeeId: memberId, period: reached })),
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

const upsertQuotas = `
  insert into quota (member_id, period, amount, currency)
  select given.member_id, given.period, given.amount, member.currency
  from unnest($1::uuid[], $2::text[], $3::bigint[]) as given (member_id, period, amount)
  join member on member.id = given.member_id
  on conflict (organization_id, member_id, period) do update
    set amount = excluded.amount, currency = excluded.currency
    where (quota.amount, quota.currency) is distinct from (excluded.amount, excluded.currency)
  returning member_id as "memberId", period, xmax = 0 as created`;
