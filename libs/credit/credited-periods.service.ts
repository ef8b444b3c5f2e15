import { ask, Outbox, Periods } from '@laurel/shared';
import { type Calendar, groupBy, periodOf, type PeriodKind } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pooledSince, sharesPool, teammates } from './pooled-pay.js';

/** A payee has credits on the day; of their own, which boards count, or only by roll-up. */
export type CreditedOn = { payeeId: string; day: string; own: boolean };

/** The calendar, and the kinds of period that are ranked and that plans pay by. */
type Cuts = {
  calendar: Calendar;
  ranked: PeriodKind[];
  paying: PeriodKind[];
  /** Those by which plans pay that share the pool of a team. */
  pooled: PeriodKind[];
};

/** Tells what follows from credits which periods to compute again. */
@Injectable()
export class CreditedPeriods {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
  ) {}

  /** How the organisation cuts its days, for pay and for boards. */
  async cuts(tx: EntityManager): Promise<Cuts> {
    const [calendar, ranked, paying] = await Promise.all([
      this.periods.calendar(tx),
      this.periods.kinds(tx),
      kindsOfPay(tx),
    ]);
    const kinds = (all: readonly KindOfPay[]) => all.map(({ kind }) => kind);
    const pooled = kinds(paying.filter((each) => each.pooled));
    return { calendar, ranked, paying: kinds(paying), pooled };
  }

  /** Pay of each payee in the plans' periods, standings of every period in use around the days. */
  async announce(tx: EntityManager, cuts: Cuts, changed: readonly CreditedOn[]): Promise<void> {
    const { calendar, ranked } = cuts;
    const named = changed
      .filter(({ own }) => own)
      .flatMap(({ payeeId, day }) =>
        ranked.map((kind) => ({ payeeId, day, period: periodOf(day, kind, calendar) })),
      );
    const moves = [...groupBy(named, ({ period }) => period)].map(([period, all]) => ({
      period,
      moved: {
        memberIds: [...new Set(all.map(({ payeeId }) => payeeId))],
        since: all.map(({ day }) => day).toSorted()[0]!,
      },
    }));
    await this.announcePay(tx, cuts, changed);
    await this.outbox.emitAll(tx, 'standing.refresh', moves);
  }

  /** Pay alone: what moves no standing, such as cash that came in. */
  async announcePay(
    tx: EntityManager,
    { calendar, paying, pooled }: Cuts,
    changed: readonly Omit<CreditedOn, 'own'>[],
  ): Promise<void> {
    const around = (kinds: readonly PeriodKind[], all: typeof changed) =>
      all.flatMap(({ payeeId, day }) =>
        kinds.map((kind) => ({ payeeId, period: periodOf(day, kind, calendar) })),
      );
    const mates = pooled.length && changed.length ? await teammates(tx, changed) : [];
    const partitions = [...around(paying, changed), ...around(pooled, mates)];
    await this.outbox.emitAll(tx, 'commission.compute', distinct(partitions));
  }

  /** Somebody was in another team from a day on: whoever shares a pool may share it with others. */
  async announcePools(tx: EntityManager, from: string): Promise<void> {
    await this.outbox.emitAll(tx, 'commission.compute', await pooledSince(tx, from));
  }
}

type KindOfPay = { readonly kind: PeriodKind; readonly pooled: boolean };

const kindsOfPay = (tx: EntityManager): Promise<KindOfPay[]> =>
  ask(
    tx,
    `select document ->> 'period' as kind, bool_or(${sharesPool}) as pooled from plan_version group by 1`,
  );

/** The kinds of period any plan pays by. Computing pay for the others would find nothing to do. */
export async function payingKinds(tx: EntityManager): Promise<PeriodKind[]> {
  return (await kindsOfPay(tx)).map(({ kind }) => kind);
}

const distinct = <T extends object>(facts: readonly T[]): T[] => [
  ...new Map(facts.map((fact) => [Object.values(fact).join('|'), fact])).values(),
];
