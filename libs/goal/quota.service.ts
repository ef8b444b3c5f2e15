import {
  Database,
  Outbox,
  pageWindow,
  Periods,
  Problem,
  visibleMemberIds,
  type PageInput,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkQuotas, quotaOf, quotaReach, quotaSources } from './core/index.js';
import { Quota, type QuotaInput, type QuotaPage } from './quota.entity.js';

const largestBatch = 1_000;

type Changed = Pick<Quota, 'memberId' | 'period'>;

/** What people are to bring in: given by finance, read by goals, pay and standings. */
@Injectable()
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly outbox: Outbox,
  ) {}

  /**
   * The quota of each member who has one, in minor units of the currency they are paid in; of all
   * members, or of those named. A longer period without a quota of its own has the sum of its parts.
   */
  async of(tx: EntityManager, period: string, memberIds?: string[]): Promise<Map<string, bigint>> {
    const start = await this.periods.fiscalYearStart(tx);
    const rows: { memberId: string; given: [period: string, amount: string][] }[] = await tx.query(
      `select member_id as "memberId", json_agg(json_build_array(period, amount::text)) as given
       from quota join member on member.id = member_id and member.currency = quota.currency
       where period = any($1) and ($2::uuid[] is null or member_id = any($2))
       group by member_id`,
      [quotaSources(period, start), memberIds ?? null],
    );
    const quotas = rows.map(({ memberId, given }) => {
      const amounts = new Map(given.map(([name, amount]) => [name, BigInt(amount)]));
      return [memberId, quotaOf(period, amounts, start)] as const;
    });
    return new Map(quotas.filter((entry): entry is [string, bigint] => entry[1] !== undefined));
  }

  /** The quotas given for a period to those the actor may see, by name. */
  page(period: string, search?: string | null, page?: PageInput | null): Promise<QuotaPage> {
    const { first, offset } = pageWindow(page);
    const visible = visibleMemberIds('Query.quotas');
    return this.database.transaction(async (tx) => {
      const query = tx
        .createQueryBuilder(Quota, 'quota')
        .innerJoin('member', 'member', 'member.id = quota.memberId')
        .where('quota.period = :period', { period })
        .orderBy('member.name')
        .addOrderBy('quota.id')
        .offset(offset)
        .limit(first);
      if (visible !== 'all') query.andWhere('quota.memberId = any(:visible)', { visible });
      if (search) query.andWhere('position(lower(:search) in lower(member.name)) > 0', { search });
      const [rows, total] = await query.getManyAndCount();
      return { rows, total };
    });
  }

  /** Gives or changes quotas, all or none; what depends on them is computed again. */
  save(inputs: QuotaInput[]): Promise<Quota[]> {
    return this.database.transaction(async (tx) => {
      await this.check(tx, inputs);
      await this.holdOpen(tx, inputs);
      await this.announce(tx, await write(tx, inputs));
      return tx.findBy(
        Quota,
        inputs.map(({ memberId, period }) => ({ memberId, period })),
      );
    });
  }

  private async check(tx: EntityManager, inputs: QuotaInput[]): Promise<void> {
    if (inputs.length > largestBatch)
      throw new Problem('TOO_MANY_ROWS', `Save at most ${largestBatch} quotas at a time.`);
    const known: { id: string }[] = await tx.query(
      `select id from member where id::text = any($1)`,
      [inputs.map(({ memberId }) => memberId)],
    );
    const rows = checkQuotas(inputs, new Set(known.map(({ id }) => id)));
    if (rows.length)
      throw new Problem('BAD_QUOTAS', `${rows.length} of ${inputs.length} quotas are not right.`, {
        rows,
      });
  }

  private async holdOpen(tx: EntityManager, inputs: QuotaInput[]): Promise<void> {
    for (const period of await this.reachOf(tx, inputs)) await this.periods.forWriting(tx, period);
  }

  private async announce(tx: EntityManager, changed: Changed[]): Promise<void> {
    const start = await this.periods.fiscalYearStart(tx);
    const due = changed.flatMap(({ memberId, period }) =>
      quotaReach(period, start).map((reached) => ({ payeeId: memberId, period: reached })),
    );
    const periods = await this.reachOf(tx, changed);
    await this.outbox.emitAll(tx, 'commission.compute', due);
    await this.outbox.emitAll(
      tx,
      'standing.refresh',
      periods.map((period) => ({ period })),
    );
  }

  /** Every period that these quotas have a say in, in a fixed order. */
  private async reachOf(tx: EntityManager, quotas: readonly Changed[]): Promise<string[]> {
    const start = await this.periods.fiscalYearStart(tx);
    return [...new Set(quotas.flatMap(({ period }) => quotaReach(period, start)))].sort();
  }
}

/** Writes only what differs, and tells what did. */
const write = (tx: EntityManager, inputs: QuotaInput[]): Promise<Changed[]> =>
  tx.query(
    `insert into quota (member_id, period, amount, currency)
     select given.member_id, given.period, given.amount, member.currency
     from unnest($1::uuid[], $2::text[], $3::bigint[]) as given (member_id, period, amount)
     join member on member.id = given.member_id
     on conflict (organization_id, member_id, period) do update
       set amount = excluded.amount, currency = excluded.currency
       where (quota.amount, quota.currency) is distinct from (excluded.amount, excluded.currency)
     returning member_id as "memberId", period`,
    columns(inputs),
  );

const columns = (inputs: QuotaInput[]) => [
  inputs.map(({ memberId }) => memberId),
  inputs.map(({ period }) => period),
  inputs.map(({ amount }) => amount.toString()),
];
