import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database, afterCommit } from './database.js';
import { Jobs, jobKey, scheduledJobs, type Due, type JobMap, type JobName } from './jobs.js';

/** Facts written with the data they follow from; due work stands here until a worker has done it. */
@Injectable()
export class Outbox {
  private readonly pending = new WeakMap<EntityManager, Due[]>();

  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
  ) {}

  emit<J extends JobName>(tx: EntityManager, job: J, data: JobMap[J]): Promise<void> {
    return this.emitAll(tx, job, [data]);
  }

  /** One statement for any number of facts of one kind. */
  async emitAll<J extends JobName>(tx: EntityManager, job: J, all: JobMap[J][]): Promise<void> {
    if (!all.length) return;
    const rows: { organization_id: string }[] = await tx.query(
      `insert into outbox (job, key, data)
       select $1, key, data from unnest($2::text[], $3::jsonb[]) as due (key, data)
       returning organization_id`,
      [job, all.map((data) => jobKey(job, data)), all.map((data) => JSON.stringify(data))],
    );
    const organizationId = rows[0]!.organization_id;
    this.publishLater(
      tx,
      all.map((data) => ({ organizationId, job, key: jobKey(job, data), data })),
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

  /**
   * Removes and returns the due facts of one key, oldest first. Two workers never hold the same
   * key at once, and the one that comes second finds nothing left to do.
   */
  async drain({ organizationId, job, key }: Due, limit: number): Promise<JobMap[JobName][]> {
    return this.database.inOrganization(organizationId, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
        [organizationId, job, key].join('|'),
      ]);
      const [rows]: [{ id: bigint; data: JobMap[JobName] }[]] = await tx.query(
        `delete from outbox where (organization_id, id) in (
           select organization_id, id from outbox where job = $1 and key = $2 order by id limit $3)
         returning id, data`,
        [job, key, limit],
      );
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ data }) => data);
    });
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
