import {
  Database,
  Outbox,
  pageWindow,
  tell,
  tellDifferences,
  visibleMemberIds,
} from '@laurel/shared';
import type { PageInput } from '@laurel/shared';
import { groupBy } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Corrections } from './correction.service.js';
import { EarningRow } from './earning-row.entity.js';
import { type ComputedRow, earningRow, type PartitionKey } from './earning-row.js';
import { Earning, type EarningPage } from './earning.entity.js';
import { type LoadedPartition, Partitions } from './partition.service.js';
import { PartitionsDue } from './partitions-due.service.js';
import { Settlements } from './settlement.service.js';

/** Lines of pay: kept equal to what credits, quota and plan say. */
@Injectable()
export class Earnings {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly partitions: Partitions,
    private readonly reach: PartitionsDue,
    private readonly settlements: Settlements,
    private readonly corrections: Corrections,
  ) {}

  /** Computes payees' periods from scratch. */
  async due(tx: EntityManager, keys: readonly PartitionKey[]): Promise<DueEarnings[]> {
    const due: DueEarnings[] = [];
    for (const [period, own] of groupBy(keys, (key) => key.period))
      for (let start = 0; start < own.length; start += chunkSize) {
        const payeeIds = own.slice(start, start + chunkSize).map(({ payeeId }) => payeeId);
        due.push(await this.ofPeriod(tx, period, payeeIds));
      }
    return due;
  }

  private async ofPeriod(
    tx: EntityManager,
    period: string,
    payeeIds: readonly string[],
  ): Promise<DueEarnings> {
    const [partitions, posted, settled] = await Promise.all([
      this.partitions.loadAll(tx, payeeIds, period),
      this.corrections.byPayee(tx, payeeIds, period),
      this.settlements.settledAmong(tx, payeeIds),
    ]);
    const rows = payeeIds.flatMap(
      (payeeId) =>
        earningRow(
          { payeeId, period },
          partitions.get(payeeId) ?? null,
          posted.get(payeeId) ?? [],
        ) ?? [],
    );
    return { period, payeeIds, partitions, rows, settled };
  }

  /** Writes what differs, in periods that are held open. */
  async write(
    tx: EntityManager,
    keys: readonly PartitionKey[],
    due: readonly DueEarnings[],
  ): Promise<void> {
    const open = new Set(keys.map(({ period }) => period));
    for (const { period, payeeIds, partitions, rows, settled } of due) {
      if (!open.has(period)) continue;
      tellDifferences(tx, EarningRow, rows);
      if (rows.length < payeeIds.length)
        tell(tx, removeOthers, [period, payeeIds, rows.map(({ id }) => id)]);
      const settle = settled.map((payeeId) => ({ payeeId, period }));
      await this.outbox.emitAll(tx, 'balance.settle', settle);
      for (const [payeeId, partition] of partitions)
        await this.reach.announceYear(tx, payeeId, partition);
    }
    await this.outbox.emitAll(tx, 'statement.draft', [...keys]);
  }

  /** What a deal paid, to those whose pay the actor may see. */
  ofDeal(dealId: string): Promise<Earning[]> {
    const visible = visibleMemberIds('Query.earningsOfDeal');
    return this.database.transaction((tx) => {
      const query = tx
        .createQueryBuilder(Earning, 'earning')
        .where(`earning.dealId = :dealId and earning.payeeId in (${paidForDeal})`, { dealId })
        .orderBy('earning.period')
        .addOrderBy('earning.payeeId')
        .addOrderBy('earning.position');
      if (visible !== 'all') query.andWhere('earning.payeeId = any(:visible)', { visible });
      return query.getMany();
    });
  }

  /** Lines of one payee's period in their order; the search looks in deal, product and component. */
  page(key: PartitionKey, search?: string | null, page?: PageInput | null): Promise<EarningPage> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const query = tx
        .createQueryBuilder(Earning, 'earning')
        .where('earning.payeeId = :payeeId and earning.period = :period', key)
        .orderBy('earning.position')
        .offset(offset)
        .limit(first);
      if (search) query.andWhere(`(${matches})`, { search });
      const [rows, total] = await query.getManyAndCount();
      return { rows, total };
    });
  }
}

/** Payees whose credits are read at once. */
const chunkSize = 100;

/** What is to stand for payees of one period. */
type DueEarnings = {
  readonly period: string;
  readonly payeeIds: readonly string[];
  readonly partitions: ReadonlyMap<string, LoadedPartition>;
  readonly rows: readonly ComputedRow[];
  /** Who is to be settled after it. */
  readonly settled: readonly string[];
};

/** Only their lines are looked through. */
const paidForDeal = `
  select payee_id from credit_entry where deal_id = :dealId
  union all select payee_id from correction where deal_id = :dealId`;

const removeOthers = `delete from earning where period = $1 and payee_id = any($2) and id <> all($3)`;

const matches = `position(lower(:search) in lower(earning.component)) > 0 or exists (
  select from deal left join product on product.id = deal.product_id
  where deal.id = earning.deal_id
    and position(lower(:search) in lower(concat_ws(' ', deal.external_id, deal.name, product.name))) > 0)`;
