import { ask, Live, Outbox, Periods, saveDifferences, stableId, WaitingWork } from '@laurel/shared';
import { groupBy, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BalanceMovement } from './balance-movement.entity.js';
import { keyOfMovement, type PlannedMovement, settleAll } from './core/index.js';
import { SettlementHistory } from './settlement-history.service.js';

type PartitionKey = { payeeId: string; period: string };

/** Posts what happens to pay after it is earned: kept equal to what plans, earnings and deals say. */
@Injectable()
export class Settlements {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
    private readonly history: SettlementHistory,
    private readonly waiting: WaitingWork,
    private readonly live: Live,
  ) {}

  /** Has these payees settled from the periods on, as far as their plans say how or something is carried over. */
  async announceAll(
    tx: EntityManager,
    payeeIds: readonly string[],
    periods: readonly string[],
  ): Promise<void> {
    const settled = await this.settledAmong(tx, payeeIds);
    const due = firstOfKinds(periods).flatMap((period) =>
      settled.map((payeeId) => ({ payeeId, period })),
    );
    await this.outbox.emitAll(tx, 'balance.settle', due);
  }

  /** Those of the payees whose plans say how pay is settled, or who carry something over. */
  async settledAmong(tx: EntityManager, payeeIds: readonly string[]): Promise<string[]> {
    const rows = await ask<{ payeeId: string }>(tx, settledPayees, [payeeIds]);
    return rows.map(({ payeeId }) => payeeId);
  }

  /** Something happened in a period that is locked: it is made good in the first one after it that is open. */
  async announceLate(tx: EntityManager, { payeeId, period }: PartitionKey): Promise<void> {
    await this.announceAll(tx, [payeeId], [await this.periods.firstOpenAfter(tx, period)]);
  }

  /** Settles a payee's periods and the open ones after them, each of which starts with what the one before leaves. */
  async settle(tx: EntityManager, payeeId: string, periods: readonly string[]): Promise<void> {
    const { past, posted, open, closed } = await this.history.load(tx, payeeId, periods);
    for (const name of open) await this.periods.forWriting(tx, name);
    const again = closed.map((period) => ({ payeeId, period }));
    await this.waiting.wait(tx, 'balance.settle', again);
    const rows = rowsOf(payeeId, settleAll(past));
    const changed = changedPeriods(open, posted, rows);
    if (!changed.length) return;
    await tx.query(
      `delete from balance_movement where payee_id = $1 and period = any($2) and id <> all($3)`,
      [payeeId, changed, rows.map(({ id }) => id)],
    );
    await saveDifferences(tx, BalanceMovement, rows);
    // Where nothing is earned, what moves a balance alone makes the statement, and takes it away.
    await this.outbox.emitAll(
      tx,
      'statement.draft',
      changed.map((period) => ({ payeeId, period })),
    );
    const news = changed.map((period) => ({ memberId: payeeId, period }));
    await this.live.publishAll(tx, 'statement', news);
  }
}

/** Of each kind the earliest: settling it settles those after it. Names of a kind sort by their days. */
const firstOfKinds = (periods: readonly string[]): string[] =>
  [...groupBy(periods.toSorted(), kindOf).values()].map(([first]) => first!);

const rowsOf = (payeeId: string, movements: readonly PlannedMovement[]) =>
  [...groupBy(movements, ({ period }) => period).values()].flatMap((posted) =>
    posted.map((movement, position) => ({
      ...movement,
      id: idOf(payeeId, movement),
      payeeId,
      position,
    })),
  );

/** Those of the periods that do not say any more what was posted. */
function changedPeriods(
  open: readonly string[],
  posted: readonly BalanceMovement[],
  rows: ReturnType<typeof rowsOf>,
): string[] {
  const [before, after] = [posted, rows].map((all) => groupBy(all, ({ period }) => period));
  const said = (
    all: Map<string, readonly Omit<BalanceMovement, 'organizationId'>[]>,
    name: string,
  ) => (all.get(name) ?? []).map(wordsOf).sort().join();
  return open.filter((name) => said(before!, name) !== said(after!, name));
}

const wordsOf = ({
  id,
  position,
  amount,
  pay,
  currency,
  planVersionId,
}: Omit<BalanceMovement, 'organizationId'>) =>
  [id, position, amount, pay, currency, planVersionId].join('|');

const idOf = (payeeId: string, movement: PlannedMovement): string =>
  stableId(payeeId, ...keyOfMovement(movement));

const settledPayees = `
  select member_id as "payeeId" from plan_assignment join plan_version using (organization_id, plan_id)
  where member_id = any($1)
    and document ?| array['draw', 'guarantee', 'holdback', 'instalments', 'clawback']
  union
  select payee_id from balance_movement where payee_id = any($1)`;
