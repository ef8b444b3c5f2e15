import { ask, Outbox, Periods } from '@laurel/shared';
import { groupBy } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { differences, earn, ofVersion } from './core/index.js';
import { Correction } from './correction.entity.js';
import { CorrectionOrigins } from './correction-origin.service.js';
import { EarningRow } from './earning-row.entity.js';
import type { PartitionKey, PostedLine } from './earning-row.js';
import { Earning } from './earning.entity.js';
import { type LoadedPartition, Partitions } from './partition.service.js';
import { PartitionsDue } from './partitions-due.service.js';

/** Posts what a locked period would pay differently now in an open one. */
@Injectable()
export class Corrections {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
    private readonly partitions: Partitions,
    private readonly due: PartitionsDue,
    private readonly origins: CorrectionOrigins,
  ) {}

  /** Computes a locked period again, from its own plan version, and adds a correction for each difference. */
  async post(tx: EntityManager, { payeeId, period }: PartitionKey): Promise<void> {
    const where = { payeeId, period };
    const { partition, row, earlier, found, whole } = await this.find(tx, where);
    if (partition) await this.due.announceYear(tx, payeeId, partition);
    if (!found.length) return;
    const explained = await this.origins.of(tx, where, partition, found, whole);
    const postedPeriod = await this.periods.openAfter(tx, period);
    const shared = {
      ...where,
      postedPeriod,
      quota: partition?.quota?.amount ?? null,
      currency: partition?.plan.currency ?? (row ?? earlier[0])!.currency,
    };
    const corrections = explained.map((difference, i) => ({
      ...shared,
      ...difference,
      number: earlier.length + i + 1,
    }));
    await tx.insert(Correction, corrections);
    await this.outbox.emit(tx, 'commission.compute', { payeeId, period: postedPeriod });
  }

  /** What was paid for a locked period with all its corrections, and what would be posted now. */
  async wouldPost(
    tx: EntityManager,
    key: PartitionKey,
  ): Promise<{ paid: bigint; difference: bigint; currency: string | null }> {
    const { partition, row, earlier, lines, found } = await this.find(tx, key);
    const sum = (all: readonly bigint[]) => all.reduce((total, each) => total + each, 0n);
    const own = lines.filter(({ kind }) => kind !== 'correction');
    return {
      paid: sum([
        ...own.map(({ amount }) => amount),
        ...earlier.map(({ difference }) => difference),
      ]),
      difference: sum(found.map(({ difference }) => difference)),
      currency: partition?.plan.currency ?? row?.currency ?? null,
    };
  }

  /** The differences between what was posted and what is due, and all that they come from. */
  private async find(tx: EntityManager, { payeeId, period }: PartitionKey) {
    const where = { payeeId, period };
    const partition = await this.partitions.load(tx, payeeId, period);
    const row = await tx.findOneBy(EarningRow, where);
    const earlier = await tx.find(Correction, { where, order: { number: 'ASC' } });
    const lines = await tx.findBy(Earning, where);
    const whole = wholeCause(earlier.at(-1) ?? row, partition);
    const due = partition ? earn(partition).map((line) => ofVersion(line, partition)) : [];
    const found = differences({ lines, corrections: earlier }, due, whole);
    return { partition, row, earlier, lines, found, whole };
  }

  /** What is posted in a period for these payees, in the order it was found. */
  postedIn(tx: EntityManager, payeeIds: readonly string[], period: string): Promise<PostedLine[]> {
    return ask(tx, postedLines, [payeeIds, period]);
  }

  /** The same, for each payee who has any. */
  async byPayee(
    tx: EntityManager,
    payeeIds: readonly string[],
    period: string,
  ): Promise<Map<string, PostedLine[]>> {
    return groupBy(await this.postedIn(tx, payeeIds, period), ({ payeeId }) => payeeId);
  }
}

/** A cause that holds for the whole period: a plan or none at all, or another quota, than when something was posted last. */
function wholeCause(
  posted: { quota: bigint | null } | null,
  partition: LoadedPartition | null,
): 'plan' | 'quota' | null {
  if (!posted) return null;
  if (!partition) return 'plan';
  return posted.quota === (partition.quota?.amount ?? null) ? null : 'quota';
}

const postedLines = `
  select payee_id as "payeeId", plan_version_id as "planVersionId", correction.period, number, component,
    deal_id as "dealId", deal.external_id as deal, before, after, difference, correction.currency, cause,
    origin.external_id as origin
  from correction
  left join deal on (deal.organization_id, deal.id) = (correction.organization_id, deal_id)
  left join deal origin on (origin.organization_id, origin.id) = (correction.organization_id, origin_deal_id)
  where posted_period = $2 and payee_id = any($1)
  order by payee_id, correction.period, number`;
