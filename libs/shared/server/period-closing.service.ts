import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { periodsInside } from '../core/period-family.js';
import { canMove, periodMoves, type PeriodMove } from '../core/period-status.js';
import { currentActor } from './actor.js';
import { Database } from './database.js';
import { Outbox } from './outbox.js';
import { PeriodChange } from './period-change.entity.js';
import { PeriodChecks, type PeriodPoint } from './period-checks.js';
import { Period } from './period.entity.js';
import { PeriodLocks } from './period-locks.js';
import { Periods } from './periods.service.js';
import { Problem } from './problem.js';
import { WaitingWork } from './waiting-work.service.js';

/**
 * Closes, reopens and locks periods. What is done to a period is done to the shorter ones inside it:
 * a locked quarter has locked months. Writers hold a period FOR SHARE, and this takes it FOR UPDATE.
 */
@Injectable()
export class PeriodClosing {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly checks: PeriodChecks,
    private readonly locks: PeriodLocks,
    private readonly waiting: WaitingWork,
    private readonly outbox: Outbox,
  ) {}

  /** From now on changes wait. Balances have to be posted before, other open points have to be confirmed. */
  close(name: string, confirmed: boolean): Promise<Period> {
    return this.move('close', name, null, async (tx) => {
      const { to } = await this.periods.range(tx, name);
      refuseUnderWay('close', name, await this.outbox.settlingCount(tx, to));
      const points = await this.openPoints(tx, name);
      if (points.length && !confirmed)
        throw new Problem(
          'PERIOD_HAS_OPEN_POINTS',
          'There are open points in this period. Settle them, or confirm that it is to be closed all the same.',
          { period: name, points },
        );
    });
  }

  /** What waited is computed now. A locked period is never reopened. */
  reopen(name: string, reason: string): Promise<Period> {
    const why = reason.trim();
    if (!why || why.length > 500)
      throw new Problem('BAD_VALUE', 'Say in a sentence why the period is reopened.', {
        field: 'reason',
      });
    return this.move('reopen', name, why, (tx, moving) => this.waiting.release(tx, moving));
  }

  /** The last step: what waited is posted as corrections. Refuses while work on the period is under way. */
  lock(name: string): Promise<Period> {
    return this.move('lock', name, null, async (tx, moving) => {
      refuseUnderWay('lock', name, await this.outbox.pendingCount(tx, moving));
      await this.waiting.release(tx, moving);
      await this.locks.keepAll(tx, moving);
    });
  }

  /** What to look at before the period is closed, settled points too. */
  checklist(name: string): Promise<PeriodPoint[]> {
    return this.database.transaction(async (tx) => {
      const period = await this.periods.ensure(tx, name);
      return this.checks.points(tx, period, await this.inside(tx, name));
    });
  }

  /** Who closed, reopened and locked the period, the newest first. */
  changes(name: string): Promise<PeriodChange[]> {
    return this.database.transaction((tx) =>
      tx.find(PeriodChange, { where: { period: name }, order: { changedAt: 'DESC' } }),
    );
  }

  /** Changes that wait for the period to be reopened or locked. */
  waitingIn(name: string): Promise<number> {
    return this.database.transaction(
      async (tx) => (await this.waiting.counts(tx, [name])).get(name) ?? 0,
    );
  }

  private move(
    move: PeriodMove,
    name: string,
    reason: string | null,
    check: (tx: EntityManager, moving: string[]) => Promise<unknown>,
  ): Promise<Period> {
    return this.database.transaction(async (tx) => {
      await this.periods.range(tx, name);
      const periods = await this.takeAll(tx, await this.inside(tx, name));
      refuseImpossible(move, name, periods);
      const moving = periods.filter((period) => canMove(move, period.status));
      const names = moving.map((period) => period.name);
      await check(tx, names);
      const { to: status } = periodMoves[move];
      await tx.query(`update period set status = $1 where name = any($2)`, [status, names]);
      const memberId = currentActor().memberId || null;
      await tx.insert(
        PeriodChange,
        names.map((period) => ({ period, status, reason, memberId })),
      );
      return tx.findOneByOrFail(Period, { name });
    });
  }

  private async inside(tx: EntityManager, name: string): Promise<string[]> {
    return periodsInside(name, await this.periods.calendar(tx)).sort();
  }

  /** All rows in one order: two of these wait for each other instead of getting stuck. */
  private async takeAll(tx: EntityManager, names: readonly string[]): Promise<Period[]> {
    await this.periods.ensureAll(tx, names);
    return tx
      .createQueryBuilder(Period, 'period')
      .where('period.name = any(:names)', { names })
      .orderBy('period.name')
      .setLock('pessimistic_write')
      .getMany();
  }

  private async openPoints(tx: EntityManager, name: string) {
    const period = await tx.findOneByOrFail(Period, { name });
    const points = await this.checks.points(tx, period, await this.inside(tx, name));
    return points.filter(({ count }) => count > 0);
  }
}

function refuseUnderWay(move: PeriodMove, period: string, count: number): void {
  if (count)
    throw new Problem(
      'WORK_PENDING',
      `${count} calculation(s) are still under way. Wait until they are done, then ${move} again.`,
      { period, count },
    );
}

/** A period is locked only when nothing inside it is open any more. */
function refuseImpossible(move: PeriodMove, asked: string, periods: readonly Period[]): void {
  const hinders = ({ name, status }: Period) =>
    (name === asked && !canMove(move, status)) || (move === 'lock' && status === 'open');
  const hindrance = periods.find(hinders);
  if (!hindrance) return;
  const { name, status } = hindrance;
  const next =
    status === 'locked'
      ? 'It never changes again; what comes later is posted as a correction in an open period.'
      : status === 'open'
        ? 'Close it first.'
        : 'Lock it or reopen it.';
  throw new Problem('PERIOD_STATUS', `The period ${name} is ${status}. ${next}`, {
    period: name,
    status,
  });
}
