import { Database, pageWindow, type PageInput, Periods, Problem } from '@laurel/shared';
import { type DayRange, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { spreadOf, type Trial, triedVersion } from './core/index.js';
import { Plan } from './plan.entity.js';
import { planInvalid, unknownPlan, validPlan } from './plan.service.js';
import { type PartitionFacts, Partitions } from './partition.service.js';
import { TrialPay, type TrialSides } from './plan-trial-pay.service.js';
import type { PlanTrial, PlanTrialColumn, PlanTrialInput, PlanTrialRow } from './plan-trial.js';

/** Which payees of a trial are wanted, in which order; totals are of all of them. */
export type PlanTrialList = {
  readonly search?: string | null;
  readonly sort?: PlanTrialColumn | null;
  readonly descending?: boolean | null;
  readonly page?: PageInput | null;
};

/** A trial that can be computed, the days of its period, and whom the tried plan pays in it. */
export type ReadyTrial = Trial & {
  readonly period: string;
  readonly range: DayRange;
  readonly payees: ReadonlyMap<string, TrialSides>;
};

/** Tries plans on past periods: computes what payees would earn, and writes nothing. */
@Injectable()
export class PlanTrials {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly partitions: Partitions,
    private readonly pay: TrialPay,
  ) {}

  /** Both sides are computed from the credits and quotas there are now, so that they differ by the plan alone. */
  try(input: PlanTrialInput, list: PlanTrialList = {}): Promise<PlanTrial> {
    const window = pageWindow(list.page);
    return this.database.transaction(async (tx) => {
      const trial = await this.ready(tx, input);
      const rows = await this.pay.rows(tx, trial.payees);
      const found = inOrder(
        rows.filter(({ name }) => matches(name, list.search)),
        list,
      );
      const { first, offset } = window;
      return {
        period: trial.period,
        from: trial.from,
        currency: trial.plan.currency,
        current: rows.reduce((sum, { current }) => sum + current, 0n),
        tried: rows.reduce((sum, { tried }) => sum + tried, 0n),
        spread: spreadOf(rows.map(({ difference }) => difference)),
        payees: { total: found.length, rows: found.slice(offset, offset + first) },
      };
    });
  }

  /** Refuses a document with problems, and what cannot be compared with the plan as it is. */
  async ready(
    tx: EntityManager,
    { planId, document, period, from }: PlanTrialInput,
    payeeId?: string,
  ): Promise<ReadyTrial> {
    if (!(await tx.existsBy(Plan, { id: planId }))) throw unknownPlan();
    const range = await this.periods.range(tx, period);
    const plan = await validPlan(tx, document);
    if (plan.period !== kindOf(period))
      throw planInvalid([
        {
          path: 'period',
          message: `Expected "${kindOf(period)}", the kind of ${period}, to be tried on it.`,
        },
      ]);
    if (from && (from < range.from || from >= range.to))
      throw new Problem('BAD_VALUE', `Choose a day of ${period} to try the plan from.`, {
        field: 'from',
      });
    const trial = { planId, plan, from: from ?? range.from };
    const payees = await this.payees(tx, trial, { period, range, payeeId });
    return { ...trial, period, range, payees };
  }

  /** Whom the tried plan would pay in the period, also where other plans pay some of its days; by name. */
  private async payees(
    tx: EntityManager,
    trial: Trial,
    { period, range, payeeId }: { period: string; range: DayRange; payeeId?: string | undefined },
  ): Promise<Map<string, TrialSides>> {
    const assigned: { id: string; name: string }[] = await tx.query(assignedIn, [
      trial.planId,
      range.from,
      range.to,
      payeeId ?? null,
    ]);
    const ids = assigned.map(({ id }) => id);
    const current = await this.partitions.facts(tx, ids, period);
    const tried = await this.partitions.facts(tx, ids, period, { trial });
    const both = assigned.flatMap(({ id, name }) => {
      const sides = { current: current.get(id), tried: tried.get(id) };
      return isTried(sides) ? [[id, { name, ...sides }] as const] : [];
    });
    sameCurrency(
      trial,
      both.map(([, { current: known }]) => known),
      period,
    );
    return new Map(both);
  }
}

type Both = { current: PartitionFacts; tried: PartitionFacts };

/** Does the tried plan pay one of the days, and can that be compared? */
const isTried = (sides: Partial<Both>): sides is Both =>
  sides.current !== undefined &&
  sides.tried !== undefined &&
  [sides.tried, ...(sides.tried.earlierVersions ?? [])].some(
    ({ planVersionId }) => planVersionId === triedVersion,
  );

function sameCurrency({ plan }: Trial, current: readonly PartitionFacts[], period: string): void {
  const other = current.find((known) => known.plan.currency !== plan.currency);
  if (other)
    throw planInvalid([
      {
        path: 'currency',
        message: `Expected "${other.plan.currency}", in which the plan pays in ${period}.`,
      },
    ]);
}

const matches = (name: string, search?: string | null): boolean =>
  !search || name.toLowerCase().includes(search.trim().toLowerCase());

/** Rows come by name, which also decides between equal ones; without a quota nobody is ahead of anybody. */
function inOrder(rows: PlanTrialRow[], { sort, descending }: PlanTrialList): PlanTrialRow[] {
  const way = descending ? -1 : 1;
  if (!sort || sort === 'name') return descending ? rows.toReversed() : rows;
  if (sort !== 'attainment') return rows.toSorted((a, b) => way * Number(a[sort] - b[sort]));
  const reached = rows.filter(({ attainment }) => attainment !== null);
  const without = rows.filter(({ attainment }) => attainment === null);
  return [
    ...reached.toSorted((a, b) => way * (Number(a.attainment) - Number(b.attainment))),
    ...without,
  ];
}

const assignedIn = `
  select id, name from member
  where ($4::uuid is null or id = $4) and id in (
    select member_id from plan_assignment
    where plan_id = $1 and from_day < $3 and (to_day is null or to_day > $2))
  order by name, id`;
