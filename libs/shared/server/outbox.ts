import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, afterCommit, currentOrganization } from './database.js';
import { Following } from './following.js';
import {
  bringsFacts,
  dealsAtMost,
  fewDeals,
  isInBatches,
  jobKey,
  Jobs,
  lockOf,
  rowsAtMost,
  scheduledJobs,
  type Due,
  type JobMap,
  type JobName,
} from './jobs.js';
import { Live } from './live.js';
import { ask, planAnew, tell } from './statement.js';

/** Facts written with the data they follow from; due work stands here until a worker has done it. */
@Injectable()
export class Outbox {
  private readonly pending = new WeakMap<EntityManager, Due[]>();
  private readonly following = new WeakMap<EntityManager, Following>();
  private readonly claimed = new WeakMap<EntityManager, Set<string>>();

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  emit<J extends JobName>(tx: EntityManager, job: J, data: JobMap[J]): Promise<void> {
    return this.emitAll(tx, job, [data]);
  }

  /** One statement for any number of facts of one kind. */
  async emitAll<J extends JobName>(tx: EntityManager, job: J, all: JobMap[J][]): Promise<void> {
    if (!all.length || this.following.get(tx)?.take(job, all)) return;
    tell(tx, insert, [
      job,
      all.map((data) => jobKey(job, data)),
      all.map((data) => JSON.stringify(data)),
    ]);
    const organizationId = currentOrganization();
    const due = all.map((data) => ({ organizationId, job, key: jobKey(job, data), data }));
    if (!bringsFacts(job)) return this.publishLater(tx, due);
    const keys = [...new Set(due.map(({ key }) => key))];
    await this.live.publishAll(
      tx,
      'due',
      keys.map((key) => ({ job, key })),
    );
  }

  /** Facts that become due at a moment each; the reconciler publishes them then. */
  async emitAt<J extends JobName>(
    tx: EntityManager,
    job: J,
    all: readonly { readonly at: Date; readonly data: JobMap[J] }[],
  ): Promise<void> {
    if (!all.length) return;
    await tx.query(
      `insert into outbox (job, key, data, due_at)
       select $1, key, data, due_at from unnest($2::text[], $3::jsonb[], $4::timestamptz[]) as due (key, data, due_at)`,
      [
        job,
        all.map(({ data }) => jobKey(job, data)),
        all.map(({ data }) => JSON.stringify(data)),
        all.map(({ at }) => at),
      ],
    );
  }

  /** Publishes after commit what is left of a drained batch. */
  publishLater(tx: EntityManager, due: Due[]): void {
    const known = this.pending.get(tx);
    if (known) {
      known.push(...due);
      return;
    }
    const collected = [...due];
    this.pending.set(tx, collected);
    afterCommit(() => this.jobs.publish(collected));
  }

  /** From now on the transaction keeps to itself what it leads to and may do before it ends. */
  follow(tx: EntityManager, job: JobName): Following {
    const following = new Following(job);
    this.following.set(tx, following);
    return following;
  }

  /** After facts are written, before it is looked up what has to be computed because of them. */
  settleFacts(tx: EntityManager): void {
    tell(tx, settleFacts, ['pay']);
  }

  /**
   * Before work on several keys reads anything: whoever works on one of them is waited for, so that the one who comes
   * last sees all that the others wrote. Always in the same order. What is due of them stays due, and finds nothing to do.
   */
  claim(tx: EntityManager, all: readonly Pick<Due, 'job' | 'key'>[]): void {
    const claimed = this.claimed.get(tx) ?? new Set<string>();
    this.claimed.set(tx, claimed);
    const locks = [...new Set(all.map(({ job, key }) => `${lockOf(job)}|${key}`))];
    const missing = locks.filter((lock) => !claimed.has(lock));
    if (!missing.length) return;
    for (const lock of missing) claimed.add(lock);
    tell(tx, claim, [missing]);
  }

  /**
   * Removes and returns the due facts of one key, oldest first. Two workers never hold the same
   * key at once, and the one that comes second finds nothing left to do. Is there possibly more?
   */
  async drain({ organizationId, job, key }: Due): Promise<Drained> {
    return this.database.inOrganization(organizationId, async (tx) => {
      this.claim(tx, [{ job, key }]);
      // Whoever looks for what to compute because of other facts waits until those of this transaction are committed.
      if (bringsFacts(job)) tell(tx, holdFacts, ['pay']);
      const rows = isInBatches(job)
        ? await ask<DrainedRow>(tx, drainBatch, [job, key, dealsAtMost, rowsAtMost])
        : await ask<DrainedRow>(tx, drainAll, [job, key]);
      const deals = rows.reduce((sum, { weight }) => sum + weight, 0);
      if (bringsFacts(job) && deals > fewDeals) planAnew(tx);
      return {
        all: rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ data }) => data),
        more: isInBatches(job) && (rows.length === rowsAtMost || deals >= dealsAtMost),
      };
    });
  }

  /** The newest due fact of one key; null when all are done, so that nothing is left to do for whoever comes second. */
  newest({ organizationId, job, key }: Due): Promise<bigint | null> {
    return this.database.inOrganization(organizationId, async (tx) => {
      const [row] = await ask<{ id: bigint | null }>(
        tx,
        `select max(id) as id from outbox where job = $1 and key = $2`,
        [job, key],
      );
      return row!.id;
    });
  }

  /** Removes the facts of one key up to one of them: those that came while they were worked on stay due. */
  remove({ organizationId, job, key }: Due, newest: bigint): Promise<void> {
    return this.database.inOrganization(organizationId, async (tx) =>
      tell(tx, `delete from outbox where job = $1 and key = $2 and id <= $3`, [job, key, newest]),
    );
  }

  /** What the database says is due, of every organisation: the reconciler's view. */
  async overdue(olderThanMs: number, limit: number): Promise<Due[]> {
    return this.database.withSecret({ 'app.reconciling': 'on' }, (tx) =>
      tx.query(
        `select organization_id as "organizationId", job, key, (array_agg(data order by id))[1] as data
         from outbox
         where due_at < now() - $1 * interval '1 millisecond'
         group by organization_id, job, key order by min(due_at) limit $2`,
        [olderThanMs, limit],
      ),
    );
  }

  /** Keeps the reason of a failure beside the work, and waits longer after each one. */
  async postpone({ organizationId, job, key }: Due, problem: string): Promise<void> {
    await this.database.inOrganization(organizationId, (tx) =>
      tx.query(
        `update outbox set failures = failures + 1, problem = $3,
           due_at = now() + least(power(2, failures), 3600) * interval '1 second'
         where job = $1 and key = $2`,
        [job, key, problem.slice(0, 500)],
      ),
    );
  }

  /** How many payees' balances are still to be settled in periods that begin before a day. */
  async settlingCount(tx: EntityManager, before: string): Promise<number> {
    const [row]: [{ count: number }] = await tx.query(
      `select count(distinct key)::int as count from outbox join period on name = data ->> 'period'
       where job = 'balance.settle' and from_day < $1`,
      [before],
    );
    return row.count;
  }

  /**
   * How much work is due in the current organisation: 0 means every figure is up to date. Of some
   * periods: what names one of them, and what may still touch any.
   */
  async pendingCount(tx: EntityManager, periods?: readonly string[]): Promise<number> {
    const [row]: [{ count: number }] = await tx.query(
      `select count(distinct (job, key))::int as count from outbox
       where (due_at <= now() or failures > 0 or job <> all($2))
         and ($1::text[] is null or (job <> all($2) and job <> 'import.check'
           and coalesce(data ->> 'period' = any($1), true)))`,
      [periods ?? null, [...scheduledJobs]],
    );
    return row.count;
  }
}

const insert = `
  insert into outbox (job, key, data)
  select $1, key, data from unnest($2::text[], $3::jsonb[]) as due (key, data)`;

const claim = `
  select pg_advisory_xact_lock(lock) from (
    select distinct hashtextextended(concat_ws('|', current_organization(), key), 0) as lock
    from unnest($1::text[]) key order by lock) locks`;

const lockOfFacts = `hashtextextended(concat_ws('|', current_organization(), $1::text), 0)`;
const holdFacts = `select pg_advisory_xact_lock_shared(${lockOfFacts})`;
const settleFacts = `select pg_advisory_xact_lock(${lockOfFacts})`;

type Drained = { readonly all: JobMap[JobName][]; readonly more: boolean };
type DrainedRow = { id: bigint; data: JobMap[JobName]; weight: number };

const drainAll = `delete from outbox where job = $1 and key = $2 returning id, data, 1 as weight`;

const weight = `coalesce(jsonb_array_length(data -> 'dealIds'), 1)`;
/** Always the oldest; then as many as do not begin beyond the limit. */
const drainBatch = `
  delete from outbox where (organization_id, id) in (
    select organization_id, id from (
      select organization_id, id, sum(${weight}) over (order by id) - ${weight} as before
      from (
        select organization_id, id, data from outbox where job = $1 and key = $2 order by id limit $4) oldest
    ) due where before < $3)
  returning id, data, ${weight} as weight`;
