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
  @Field(() => [String], {
    description: 'Whom it is about, where it says so: some of them by name.',
  })
  names: readonly string[];
}

/** How much is open, or whom it is about. */
export type OpenPoint = number | readonly string[];

/** People that a point names at most. */
const namedAtMost = 20;

/** Counts what is open in a period; `names` are the period and the shorter ones inside it. */
export type PeriodCheck = (
  tx: EntityManager,
  period: Period,
  names: readonly string[],
) => Promise<OpenPoint>;

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
      points.push(pointOf(code, await check(tx, period, names)));
    return points;
  }
}

const pointOf = (code: string, open: OpenPoint): PeriodPoint =>
  typeof open === 'number'
    ? { code, count: open, names: [] }
    : { code, count: open.length, names: open.slice(0, namedAtMost) };
