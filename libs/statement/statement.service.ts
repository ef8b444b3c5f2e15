import { Live, Periods } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps the statement of each payee and period equal to the head of what was earned. */
@Injectable()
export class Statements {
  constructor(
    private readonly periods: Periods,
    private readonly live: Live,
  ) {}

  /**
   * Writes down one payee's periods, or everybody's; tells those who look at one only when something changed.
   * It follows its earnings, which stand still while the period is closed, and is final once it is locked.
   */
  async draft(
    tx: EntityManager,
    { payeeId, periods }: { payeeId?: string; periods: readonly string[] },
  ): Promise<void> {
    const moving: string[] = [];
    for (const period of periods) {
      const { status } = await this.periods.hold(tx, period);
      if (status !== 'locked') moving.push(period);
    }
    const changed: StatementKey[] = await tx.query(drafts, [moving, payeeId ?? null]);
    await this.live.publishAll(tx, 'statement', changed);
  }
}

type StatementKey = { memberId: string; period: string };

const figures =
  'payee_id period currency credited quota earned deal_count line_count problems'.split(' ');
const of = (table: string) => figures.map((name) => `${table}.${name}`).join(', ');

/** Where nothing is earned any more the statement goes. Answers whose statements changed; each has the id of its earnings. */
const drafts = `
  with gone as (
    delete from statement where period = any($1) and ($2::uuid is null or payee_id = $2) and not exists (
      select from earning where (earning.organization_id, earning.id) = (statement.organization_id, statement.id))
    returning payee_id, period
  ), written as (
    insert into statement (id, ${figures.join(', ')})
    select id, ${of('earning')} from earning
    where period = any($1) and ($2::uuid is null or payee_id = $2) and not exists (
      select from statement kept
      where (kept.organization_id, kept.id) = (earning.organization_id, earning.id)
        and (${of('kept')}) is not distinct from (${of('earning')}))
    on conflict (organization_id, id) do update
      set (${figures.join(', ')}, computed_at) = (${of('excluded')}, now())
    returning payee_id, period
  )
  select payee_id as "memberId", period from gone union all select payee_id, period from written`;
