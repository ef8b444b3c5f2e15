import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Database, logger, Periods, visibleMemberIds } from '@laurel/shared';
import { payoutRates } from '@laurel/statement';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { EntityManager } from 'typeorm';
import { commissionHeader, commissionRow, type PaidLine } from './core/index.js';

const rowsAtOnce = 1_000;

/** The commission report of a period as CSV: what was earned, and what balances make of it until it is paid out. */
@Injectable()
export class CommissionFile {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
  ) {}

  /**
   * Every line of pay that the actor may see, by payee, from one snapshot: what is computed meanwhile
   * does not mix in. Streams: memory does not grow with the file.
   */
  async of(period: string): Promise<Readable> {
    const visible = visibleMemberIds('Query.statements');
    await this.database.transaction((tx) => this.periods.range(tx, period));
    const file = stringify({ header: true, bom: true, columns: [...commissionHeader] });
    this.database
      .transaction((tx) => pipeline(rowsOf(tx, period, visible === 'all' ? null : visible), file))
      .catch((error: unknown) => {
        logger.warn({ err: error, period }, 'commission report was not sent to its end');
        file.destroy();
      });
    return file;
  }
}

async function* rowsOf(
  tx: EntityManager,
  period: string,
  payeeIds: string[] | null,
): AsyncGenerator<string[]> {
  await tx.query(`declare paid_line no scroll cursor for ${paidLines}`, [period, payeeIds]);
  for (;;) {
    const lines: PaidLine[] = await tx.query(`fetch ${rowsAtOnce} from paid_line`);
    if (!lines.length) return;
    yield* lines.map(commissionRow);
  }
}

const paidLines = `
  with entry as (
    select 'earning' as entry, organization_id, payee_id, period, position, deal_id, credit_id, plan_version_id, component, kind,
      tier_from, tier_to, base, rate, multiplier, exact, rounding, amount, currency
    from earning_line where period = $1
    union all
    select 'balance', organization_id, payee_id, period, position, deal_id, null, plan_version_id, account, kind,
      null, null, null, null, null, null, null, pay, currency
    from balance_movement where period = $1 and pay <> 0
  ), paid as (
    select payee_id as paid_payee, payout.currency as paid_in, payout."from" as rate_from, rate::text as rate_paid
    from statement join (${payoutRates}) payout using (id) where period = $1)
  select entry, entry.period, member.name as payee, member.email, deal.external_id as deal, deal.name as "dealName",
    product.name as product, deal.closed_on as "closedOn", plan.name as plan, plan_version.number as version,
    component, kind, tier_from as "tierFrom", tier_to as "tierTo", base, rate, multiplier, exact, rounding,
    entry.amount::text as amount, entry.currency, paid_in as "paidIn",
    rate_from as "rateFrom", rate_paid as "ratePaid", credited_on as "creditedOn", dated_by as "datedBy"
  from entry
  join member on (member.organization_id, member.id) = (entry.organization_id, payee_id)
  left join paid on paid_payee = payee_id
  left join plan_version on (plan_version.organization_id, plan_version.id) = (entry.organization_id, plan_version_id)
  left join plan on (plan.organization_id, plan.id) = (plan_version.organization_id, plan_id)
  left join (select organization_id as credited_in, id as credited_by, credited_on, dated_by from credit_entry) credited
    on (credited_in, credited_by) = (entry.organization_id, credit_id)
  left join deal on (deal.organization_id, deal.id) = (entry.organization_id, deal_id)
  left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)
  where $2::uuid[] is null or payee_id = any($2)
  order by member.name, payee_id, entry desc, position`;
