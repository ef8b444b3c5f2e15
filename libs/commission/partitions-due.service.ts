import { payingKinds } from '@laurel/credit';
import { quotaReach } from '@laurel/goal/core';
import { Outbox, Periods } from '@laurel/shared';
import { kindOf, periodRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whose pay, from a day on, up to a day (out); everybody's and for ever when left out. */
export type Reach = { payeeIds?: readonly string[]; from: string; to?: string };

type PartitionName = { payeeId: string; period: string };

/** Finds the payees and periods in which there is something to pay or to take back. */
@Injectable()
export class PartitionsDue {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
  ) {}

  /** Has them computed again, and answers how many they are. */
  async announce(tx: EntityManager, reach: Reach): Promise<number> {
    const due = await this.list(tx, reach);
    await this.outbox.emitAll(tx, 'commission.compute', due);
    return due.length;
  }

  /** Every period of a kind that plans pay by, with credits, quotas or earnings of a payee in it. */
  private async list(
    tx: EntityManager,
    { payeeIds, from, to = '9999-12-31' }: Reach,
  ): Promise<PartitionName[]> {
    const start = await this.periods.fiscalYearStart(tx);
    const kinds = new Set(await payingKinds(tx));
    const facts: PartitionName[] = await tx.query(factsOfPay, [payeeIds ?? null]);
    const names = facts.flatMap(({ payeeId, period }) =>
      quotaReach(period, start).map((around) => ({ payeeId, period: around })),
    );
    const distinct = new Map(names.map((name) => [`${name.payeeId}|${name.period}`, name]));
    return [...distinct.values()].filter(({ period }) => {
      const range = periodRange(period, start);
      return kinds.has(kindOf(period)) && range.from < to && range.to > from;
    });
  }
}

/** Months of credits, and periods of quotas and earnings; the longer periods around them follow by name. */
const factsOfPay = `
  select distinct payee_id as "payeeId", to_char(credited_on, 'YYYY-MM') as period
  from credit where not void and ($1::uuid[] is null or payee_id = any($1))
  union
  select member_id, period from quota where $1::uuid[] is null or member_id = any($1)
  union
  select distinct payee_id, period from earning where $1::uuid[] is null or payee_id = any($1)`;
