import { Outbox, Periods } from '@laurel/shared';
import { periodOf, type PeriodKind } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A payee has credits on the day. */
export type CreditedOn = { payeeId: string; day: string };

/** Tells what follows from credits which periods to compute again. */
@Injectable()
export class CreditedPeriods {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
  ) {}

  /** Pay of each payee in the plans' periods, standings of every period in use around the days. */
  async announce(tx: EntityManager, changed: readonly CreditedOn[]): Promise<void> {
    const calendar = await this.periods.calendar(tx);
    const ranked = await this.periods.kinds(tx);
    const standings = changed.flatMap(({ day }) =>
      ranked.map((kind) => ({ period: periodOf(day, kind, calendar) })),
    );
    await this.announcePay(tx, changed);
    await this.outbox.emitAll(tx, 'standing.refresh', distinct(standings));
  }

  /** Pay alone: what moves no standing, such as cash that came in. */
  async announcePay(tx: EntityManager, changed: readonly CreditedOn[]): Promise<void> {
    const calendar = await this.periods.calendar(tx);
    const paying = await payingKinds(tx);
    const partitions = changed.flatMap(({ payeeId, day }) =>
      paying.map((kind) => ({ payeeId, period: periodOf(day, kind, calendar) })),
    );
    await this.outbox.emitAll(tx, 'commission.compute', distinct(partitions));
  }
}

/** The kinds of period any plan pays by. Computing pay for the others would find nothing to do. */
export async function payingKinds(tx: EntityManager): Promise<PeriodKind[]> {
  const rows: { kind: PeriodKind }[] = await tx.query(
    `select distinct document ->> 'period' as kind from plan_version`,
  );
  return rows.map(({ kind }) => kind);
}

const distinct = <T extends object>(facts: readonly T[]): T[] => [
  ...new Map(facts.map((fact) => [Object.values(fact).join('|'), fact])).values(),
];
