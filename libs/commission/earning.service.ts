import {
  Database,
  Outbox,
  Periods,
  pageWindow,
  saveDifferences,
  visibleMemberIds,
} from '@laurel/shared';
import type { PageInput } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Corrections } from './correction.service.js';
import { EarningRow } from './earning-row.entity.js';
import { earningRow, type PartitionKey } from './earning-row.js';
import { Earning, type EarningPage } from './earning.entity.js';
import { Partitions } from './partition.service.js';
import { PartitionsDue } from './partitions-due.service.js';
import { Settlements } from './settlement.service.js';

/** Lines of pay: kept equal to what credits, quota and plan say. */
@Injectable()
export class Earnings {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly periods: Periods,
    private readonly partitions: Partitions,
    private readonly due: PartitionsDue,
    private readonly settlements: Settlements,
    private readonly corrections: Corrections,
  ) {}

  /** Computes one payee's period from scratch and writes what differs; refuses once the period is locked. */
  async compute(tx: EntityManager, { payeeId, period }: PartitionKey): Promise<void> {
    await this.periods.forWriting(tx, period);
    const partition = await this.partitions.load(tx, payeeId, period);
    const posted = await this.corrections.postedIn(tx, [payeeId], period);
    const row = earningRow({ payeeId, period }, partition, posted);
    await (row
      ? saveDifferences(tx, EarningRow, [row])
      : tx.delete(EarningRow, { payeeId, period }));
    await this.outbox.emit(tx, 'statement.draft', { payeeId, period });
    await this.settlements.announce(tx, { payeeId, period }, partition?.plan);
    if (partition) await this.due.announceYear(tx, payeeId, partition);
  }

  /** What a deal paid, to those whose pay the actor may see. */
  ofDeal(dealId: string): Promise<Earning[]> {
    const visible = visibleMemberIds('Query.earningsOfDeal');
    return this.database.transaction((tx) => {
      const query = tx
        .createQueryBuilder(Earning, 'earning')
        .where('earning.dealId = :dealId', { dealId })
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

const matches = `position(lower(:search) in lower(earning.component)) > 0 or exists (
  select from deal left join product on product.id = deal.product_id
  where deal.id = earning.deal_id
    and position(lower(:search) in lower(concat_ws(' ', deal.external_id, deal.name, product.name))) > 0)`;
