import { Outbox, Periods } from '@laurel/shared';
import { periodKinds, periodOf, type PeriodKind } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A payee has credits in the calendar month that starts on the day. */
export type CreditedIn = { payeeId: string; month: string };

/** Tells what follows from credits which periods to compute again. */
@Injectable()
export class CreditedPeriods {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
  ) {}

  /** Pay of each payee in the plans' periods, standings of every period around the months. */
  async announce(tx: EntityManager, changed: readonly CreditedIn[]): Promise<void> {
    const start = await this.periods.fiscalYearStart(tx);
    const kinds = await payingKinds(tx);
    const partitions = changed.flatMap(({ payeeId, month }) =>
      kinds.map((kind) => ({ payeeId, period: periodOf(month, kind, start) })),
    );
    const standings = changed.flatMap(({ month }) =>
      periodKinds.map((kind) => ({ period: periodOf(month, kind, start) })),
    );
    await this.outbox.emitAll(tx, 'commission.compute', distinct(partitions));
    await this.outbox.emitAll(tx, 'standing.refresh', distinct(standings));
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
