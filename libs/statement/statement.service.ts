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
   * Writes down one payee's period, or everybody's; tells those who look at it only when something changed.
   * It follows its earnings, which stand still while the period is closed, and is final once it is locked.
   */
  async draft(
    tx: EntityManager,
    { payeeId, period }: { payeeId?: string; period: string },
  ): Promise<void> {
    const { status } = await this.periods.hold(tx, period);
    if (status === 'locked') return;
    const changed: { memberId: string }[] = await tx.query(drafts, [period, payeeId ?? null]);
    await this.live.publishAll(
      tx,
      'statement',
      changed.map(({ memberId }) => ({ memberId, period })),
    );
  }
}

const figures =
  'payee_id period currency credited quota earned deal_count line_count problems'.split(' ');
const of = (table: string) => figures.map((name) => `${table}.${name}`).join(', ');

/** Where nothing is earned any more the statement goes. Answers the payees whose statement changed. */
const drafts = `
  with gone as (
    delete from statement where period = $1 and ($2::uuid is null or payee_id = $2) and not exists (
      select from earning where (earning.payee_id, earning.period) = (statement.payee_id, statement.period))
    returning payee_id
  ), written as (
    insert into statement (id, ${figures.join(', ')})
    select id, ${of('earning')} from earning where period = $1 and ($2::uuid is null or payee_id = $2)
    on conflict (organization_id, id) do update
      set (${figures.join(', ')}, computed_at) = (${of('excluded')}, now())
      where (${of('statement')}) is distinct from (${of('excluded')})
    returning payee_id
  )
  select payee_id as "memberId" from gone union all select payee_id from written`;
