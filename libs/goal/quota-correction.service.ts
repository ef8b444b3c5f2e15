import { currentActor, Database, Periods, Problem, visibleMemberIds } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { QuotaEntry } from './core/index.js';
import { QuotaCorrection } from './quota-correction.entity.js';
import { QuotaWriter } from './quota-writer.service.js';

const longestReason = 500;

/** Quotas that turn out to be wrong after their period was locked: the quota stays, what it should have been stands beside it. */
@Injectable()
export class QuotaCorrections {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly writer: QuotaWriter,
  ) {}

  /** All or none; refuses a quota that can still be changed. Pay is computed again, and differences are posted. */
  correct(entries: QuotaEntry[], given: string): Promise<QuotaCorrection[]> {
    const reason = given.trim();
    if (!reason || reason.length > longestReason)
      throw new Problem('BAD_VALUE', 'Say in a sentence why the quota is corrected.', {
        field: 'reason',
      });
    return this.database.transaction(async (tx) => {
      await this.check(tx, entries);
      const corrections = await add(tx, entries, reason);
      await this.writer.announce(tx, corrections);
      return corrections;
    });
  }

  /** Of those whose quotas the actor may see. */
  list(period: string): Promise<QuotaCorrection[]> {
    const visible = visibleMemberIds('Query.quotaCorrections');
    return this.database.transaction((tx) =>
      tx.find(QuotaCorrection, {
        where: { period, ...(visible !== 'all' && { memberId: In([...visible]) }) },
        order: { createdAt: 'DESC', id: 'ASC' },
      }),
    );
  }

  /** Does the work as if the quotas were corrected, each with the periods it has a say in; nothing of it stays. */
  async asIf<T>(
    tx: EntityManager,
    entries: QuotaEntry[],
    work: (reached: readonly { memberId: string; period: string }[]) => Promise<T>,
  ): Promise<T> {
    await this.check(tx, entries);
    const reached: { memberId: string; period: string }[] = [];
    for (const { memberId, period } of entries)
      for (const each of await this.writer.reachOf(tx, [{ period }]))
        reached.push({ memberId, period: each });
    await tx.query('savepoint as_if');
    await add(tx, entries, 'as if');
    const answer = await work(reached);
    await tx.query('rollback to savepoint as_if');
    return answer;
  }

  /** Refuses quotas that are not right, and those that can still be changed. */
  private async check(tx: EntityManager, entries: QuotaEntry[]): Promise<void> {
    await this.writer.check(tx, entries);
    for (const period of new Set(entries.map((entry) => entry.period)))
      await this.refuseOpen(tx, period);
  }

  /** A quota has a say in its own period and in longer ones: one of them has to be locked. */
  private async refuseOpen(tx: EntityManager, period: string): Promise<void> {
    for (const reached of await this.writer.reachOf(tx, [{ period }])) {
      const { status } = await this.periods.hold(tx, reached);
      if (status === 'locked') return;
    }
    throw new Problem(
      'PERIOD_NOT_LOCKED',
      `The period ${period} is not locked: change the quota itself, after reopening the period if it is closed.`,
      { period },
    );
  }
}

/** Numbered one after the other: whoever corrects quotas of the same people waits. */
async function add(
  tx: EntityManager,
  entries: readonly QuotaEntry[],
  reason: string,
): Promise<QuotaCorrection[]> {
  const memberIds = entries.map(({ memberId }) => memberId);
  await tx.query(`select from member where id = any($1) order by id for no key update`, [
    memberIds,
  ]);
  const rows: { id: string }[] = await tx.query(insert, [
    memberIds,
    entries.map(({ period }) => period),
    entries.map(({ amount }) => amount.toString()),
    reason,
    currentActor().memberId || null,
  ]);
  return tx.findBy(QuotaCorrection, { id: In(rows.map(({ id }) => id)) });
}

const insert = `
  insert into quota_correction (member_id, period, number, amount, currency, reason, created_by)
  select member_id, period, 1 + (
      select coalesce(max(number), 0) from quota_correction known
      where (known.member_id, known.period) = (given.member_id, given.period)),
    amount, member.currency, $4, $5
  from unnest($1::uuid[], $2::text[], $3::bigint[]) as given (member_id, period, amount)
  join member on member.id = member_id
  returning id`;
