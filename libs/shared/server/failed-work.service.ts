import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import type { FailedWork } from './failed-work.js';
import { scheduledJobs, type Due } from './jobs.js';
import { Outbox } from './outbox.js';

/** Due work that figures follow from and that has failed; mails keep their own account of failures. */
@Injectable()
export class FailedWorks {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** The longest-standing first. */
  list(): Promise<FailedWork[]> {
    return this.database.transaction((tx) => tx.query(failed, [scheduledJobs]));
  }

  /** Tries all of it at once instead of when its time comes; answers how much there is. */
  retry(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const [due]: [Due[]] = await tx.query(dueNow, [scheduledJobs]);
      this.outbox.publishLater(tx, due);
      return new Set(due.map(({ job, key }) => `${job}|${key}`)).size;
    });
  }
}

const failed = `
  select job, max(data ->> 'period') as period, max(failures) as failures,
    (array_agg(problem order by failures desc))[1] as problem, min(due_at) as "nextAt"
  from outbox where failures > 0 and job <> all($1) group by job, key order by min(id) limit 100`;

const dueNow = `
  update outbox set due_at = now() where failures > 0 and job <> all($1)
  returning organization_id as "organizationId", job, key, data`;
