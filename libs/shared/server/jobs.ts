import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Queue, type BulkJobOptions } from 'bullmq';
import type { EntityManager } from 'typeorm';
import { environment } from './environment.js';
import { logger } from './logger.js';
import { queueConnection, queueNames } from './queue.js';

/** Every hop of the data path and what it carries: ids and periods only. */
export type JobMap = {
  'mail.send': { to: string; subject: string; text: string; messageId: string; about?: string };
  'membership.changed': { memberId: string; from: string };
  'presence.changed': { memberId: string };
  'import.check': { importId: string };
  'import.run': { importId: string };
  'import.undo': { importId: string };
  'plan.assign': { why: string };
  'rule.changed': { name: string; since: string };
  'rate.changed': { from: string; to: string; since: string; until: string | null };
  'deal.event': { events: { dealId: string; day: string }[] };
  'credit.assign': { dealIds: string[] };
  /** Pools of a fixed amount from a day on, on which a period begins. */
  'pool.owed': { from: string };
  'commission.compute': { payeeId: string; period: string };
  'commission.recompute': { period: string };
  'balance.settle': { payeeId: string; period: string };
  'statement.draft': { payeeId: string; period: string };
  /** Those of payees from an id on and before another. */
  'statement.draftAll': { periods: string[]; from: string | null; before: string | null };
  /** Everybody's places; or only those of members who were credited otherwise on days since one. */
  'standing.refresh': { period: string; moved?: { memberIds: string[]; since: string } };
  'standing.refreshAll': { periods: string[] };
  /** Everybody is judged; or only these, and whoever leads a board or did. */
  'badge.award': { period: string; memberIds?: string[] };
  'survey.launch': { surveyId: string; day: string };
  'survey.remind': { waveId: string };
  'survey.close': { waveId: string };
  'oneOnOne.remind': {
    oneOnOneId: string;
    memberId: string;
    number: number;
    day: string;
    time: string;
  };
};
export type JobName = keyof JobMap;

/**
 * Work already due under the same key is done in one run; deals are taken in batches per organisation, and balances for
 * a payee, one run after the other, since each period starts with what the one before leaves.
 */
export const jobKey = <J extends JobName>(job: J, data: JobMap[J]): string => {
  if (job === 'credit.assign' || job === 'deal.event' || job === 'plan.assign') return '';
  if (job === 'mail.send') return (data as JobMap['mail.send']).messageId;
  if (job === 'standing.refresh' || job === 'badge.award')
    return (data as { period: string }).period;
  return job === 'balance.settle' ? Object.values(data)[0]! : Object.values(data).join('|');
};

/** Work that may be for a moment to come, until which it is not due; no figure of what has begun follows from it. */
export const scheduledJobs = [
  'pool.owed',
  'mail.send',
  'survey.launch',
  'survey.remind',
  'survey.close',
  'oneOnOne.remind',
] as const satisfies JobName[];

/**
 * What follows from other work in the same transaction where it is little, stage by stage down the path: each job is done
 * once for all its keys, and may lead to those of later stages.
 */
export const followingStages: readonly (readonly JobName[])[] = [
  ['commission.compute', 'standing.refresh'],
  ['statement.draft', 'statement.draftAll'],
];

/**
 * Who drafts a statement keeps away whoever computes what it is drafted from, and all who credit deals keep each other
 * away: what one has written but not committed the other would not see.
 */
const lockedAs: Partial<Record<JobName, JobName>> = {
  'statement.draft': 'commission.compute',
  'deal.event': 'credit.assign',
};
export const lockOf = (job: JobName): JobName => lockedAs[job] ?? job;

/** Work that writes what pay is looked up by, and finds out itself what to compute because of it. */
export const bringsFacts = (job: JobName): boolean =>
  job === 'credit.assign' || job === 'deal.event';

/** Keys of one job that are followed at once; what is more goes through the queue. */
export const followedAtMost = 2_500;

/** Deals that a run takes at most, and rows that may carry one each; all other jobs are done by one run. */
export const dealsAtMost = 20_000;
export const rowsAtMost = 2_000;

/** So many deals, and all that follows from them, are looked up one by one. */
export const fewDeals = 20;
export const isInBatches = (job: JobName): boolean => job === 'credit.assign';

/** In one transaction with the removal of the drained outbox rows; `all` holds each row's data, of following jobs for several keys. */
export type TransactionHandler<J extends JobName> = (
  data: JobMap[J],
  context: { tx: EntityManager; all: JobMap[J][] },
) => Promise<unknown>;

/** Opens its own transactions and picks up where an earlier run ended; what one of them leads to it may have done within it. */
export type ResumableHandler<J extends JobName> = {
  ownTransactions: true;
  run: (data: JobMap[J], follow: FollowWithin) => Promise<unknown>;
};

/** Does the work, and then in the same transaction what it leads to further down the path. */
export type FollowWithin = (tx: EntityManager, work: () => Promise<unknown>) => Promise<void>;

export type Handler<J extends JobName> = TransactionHandler<J> | ResumableHandler<J>;
export type Handlers = { [J in JobName]: Handler<J> };

/** One piece of due work as the queue carries it. */
export type Due = { organizationId: string; job: JobName; key: string; data: object };

const dueId = ({ organizationId, job, key }: Due) => [organizationId, job, key].join('|');

function queueOptions(due: Due): BulkJobOptions {
  return {
    deduplication: { id: dueId(due), keepLastIfActive: true },
    removeOnComplete: true,
    removeOnFail: true,
    // Whole boards may be looked at: what changes within a moment is judged together.
    ...(due.job === 'badge.award' && { delay: environment.badgeDelayMs }),
  };
}

/** What happens to jobs is read by nobody; it is kept for who looks into the queue, and ten thousand of it take time to trim. */
const streams = { events: { maxLen: 100 } };

/** The producer's side of the queue. Losing a publication is harmless: the outbox still knows. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly work: Queue;
  private readonly mail: Queue;

  constructor(@Inject('QUEUE_CONNECTION') connection: ReturnType<typeof queueConnection>) {
    [this.work, this.mail] = [
      new Queue(queueNames.work, { connection, streams }),
      new Queue(queueNames.mail, { connection, streams }),
    ];
    for (const queue of [this.work, this.mail])
      queue.on('error', (error) => logger.warn({ err: error }, 'queue'));
  }

  async publish(due: Due[]): Promise<void> {
    const distinct = [...new Map(due.map((one) => [dueId(one), one])).values()];
    const isMail = ({ job }: Due) => job === 'mail.send';
    await add(this.mail, distinct.filter(isMail));
    await add(
      this.work,
      distinct.filter((one) => !isMail(one)),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.work.close(), this.mail.close()]);
  }
}

async function add(queue: Queue, due: readonly Due[]): Promise<void> {
  if (!due.length) return;
  await queue.addBulk(due.map((one) => ({ name: one.job, data: one, opts: queueOptions(one) })));
}
