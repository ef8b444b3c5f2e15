import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../core/group.js';
import { jobKey, type JobMap, type JobName } from './jobs.js';
import { Outbox } from './outbox.js';
import { Periods } from './periods.service.js';

/** Jobs that move the figures of one period. */
export type PeriodJob = {
  [J in JobName]: JobMap[J] extends { period: string } ? J : never;
}[JobName];

type Waiting = { job: PeriodJob; data: JobMap[PeriodJob] };

/** Work on periods that are not open: it waits beside them instead of moving their figures. */
@Injectable()
export class WaitingWork {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
  ) {}

  /**
   * Does the work while its periods are held open. For closed ones the job waits; locked ones have their own
   * work, or none any more. What has to be read is on its way with the question whether they are open. Pay that is
   * rewritten meanwhile is waited for, unless the work goes on beside it.
   */
  async whileOpen<J extends PeriodJob, Read>(
    tx: EntityManager,
    job: J,
    all: readonly JobMap[J][],
    work: {
      beside?: boolean;
      read?: () => Promise<Read>;
      open: (all: JobMap[J][], read: Read | undefined) => Promise<unknown>;
      locked?: (all: JobMap[J][]) => Promise<unknown>;
    },
  ): Promise<void> {
    const names = [...new Set(all.map(({ period }) => period))];
    const [periods, read] = await Promise.all([
      work.beside ? this.periods.holdBeside(tx, names) : this.periods.holdAll(tx, names),
      work.read?.(),
    ]);
    const statuses = new Map(periods.map(({ name, status }) => [name, status]));
    const byStatus = groupBy(all, ({ period }) => statuses.get(period)!);
    const [open, closed, locked] = [
      byStatus.get('open'),
      byStatus.get('closed'),
      byStatus.get('locked'),
    ];
    if (open) await work.open(open, read);
    if (closed) await this.wait(tx, job, closed);
    if (locked) await work.locked?.(locked);
  }

  /** Puts work beside periods that are closed: it becomes due with their next step. */
  async wait<J extends PeriodJob>(
    tx: EntityManager,
    job: J,
    all: readonly JobMap[J][],
  ): Promise<void> {
    for (const data of all) await tx.query(waits, [data.period, job, jobKey(job, data), data]);
  }

  /** Reopened or locked: everything that waited becomes due. */
  async release(tx: EntityManager, periods: readonly string[]): Promise<void> {
    const [waiting]: [Waiting[]] = await tx.query(
      `delete from waiting_work where period = any($1) returning job, data`,
      [periods],
    );
    for (const { job, data } of waiting) await this.outbox.emit(tx, job, data);
  }

  /** How much waits, for each of the periods. */
  async counts(tx: EntityManager, periods: readonly string[]): Promise<Map<string, number>> {
    const rows: { period: string; count: number }[] = await tx.query(
      `select period, count(*)::int as count from waiting_work
       where period = any($1) and job = 'commission.compute' group by period`,
      [periods],
    );
    return new Map(rows.map(({ period, count }) => [period, count]));
  }
}

const waits = `
  insert into waiting_work (period, job, key, data) values ($1, $2, $3, $4) on conflict do nothing`;
