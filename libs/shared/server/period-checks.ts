import { Injectable } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { EntityManager } from 'typeorm';
import type { Period } from './period.entity.js';

@ObjectType({
  description: 'Something to look at before a period is closed; 0 means it is settled.',
})
export class PeriodPoint {
  @Field() code: string;
  @Field(() => Int) count: number;
}

/** Counts what is open in a period; `names` are the period and the shorter ones inside it. */
export type PeriodCheck = (
  tx: EntityManager,
  period: Period,
  names: readonly string[],
) => Promise<number>;

/** Where each slice says what has to be looked at before a period is closed. */
@Injectable()
export class PeriodChecks {
  private readonly checks = new Map<string, PeriodCheck>();

  register(code: string, check: PeriodCheck): void {
    this.checks.set(code, check);
  }

  async points(
    tx: EntityManager,
    period: Period,
    names: readonly string[],
  ): Promise<PeriodPoint[]> {
    const points: PeriodPoint[] = [];
    for (const [code, check] of this.checks)
      points.push({ code, count: await check(tx, period, names) });
    return points;
  }
}
