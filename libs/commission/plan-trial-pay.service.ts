import { ExchangeRates } from '@laurel/shared';
import { attainment, formatFraction } from '@laurel/goal/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { earnedBy, exchanged, headOf, type Outcome, outcomeOf } from './core/index.js';
import { creditsByPayee } from './payable-credit.js';
import {
  joined,
  type LoadedPartition,
  type PartitionFacts,
  withCredits,
} from './partition.service.js';
import { plainTrial } from './plan-trial-plain.js';
import type { PlanTrialRow } from './plan-trial.js';

/** What is known of a payee by the plans in force and with the one that is tried. */
export type TrialSides = {
  readonly name: string;
  readonly current: PartitionFacts;
  readonly tried: PartitionFacts;
};

export type TrialPayees = ReadonlyMap<string, TrialSides>;

/** Figures of a payee before they are told. */
export type TrialFigures = Pick<PlanTrialRow, 'current' | 'tried' | 'problems'> & {
  readonly credited: bigint;
  readonly quota: bigint | null;
};

/** Payees whose credits are held at once as objects. */
const chunkSize = 1_000;

/** Computes both sides of a trial: in plain numbers where they are exact, else by `earn`. */
@Injectable()
export class TrialPay {
  constructor(private readonly rates: ExchangeRates) {}

  /** In the order of the payees. */
  async rows(tx: EntityManager, payees: TrialPayees): Promise<PlanTrialRow[]> {
    const figures = await plainTrial(tx, payees);
    const left = [...payees.keys()].filter((id) => !figures.has(id));
    for (let start = 0; start < left.length; start += chunkSize)
      for (const [id, own] of await this.figures(tx, left.slice(start, start + chunkSize), payees))
        figures.set(id, own);
    return [...payees].map(([id, { name }]) => rowOf(id, name, figures.get(id)!));
  }

  /** Both sides of these payees with their credits, in the currency of the plan. */
  async partitions(
    tx: EntityManager,
    payeeIds: readonly string[],
    payees: TrialPayees,
  ): Promise<Map<string, { current: LoadedPartition; tried: LoadedPartition }>> {
    const sides = payeeIds.map((id) => payees.get(id)!);
    const [first] = sides;
    if (!first) return new Map();
    const read = joined(sides.flatMap(({ current, tried }) => [current.read, tried.read]));
    const credits = await creditsByPayee(tx, payeeIds, read);
    const { currency } = first.tried.plan;
    const rates = await this.rates.between(tx, currency, await this.rates.currencies(tx), read);
    const loaded = (id: string, facts: PartitionFacts) =>
      exchanged(withCredits(facts, credits.get(id) ?? []), rates, facts.range.from);
    return new Map(
      payeeIds.map((id, i) => [
        id,
        { current: loaded(id, sides[i]!.current), tried: loaded(id, sides[i]!.tried) },
      ]),
    );
  }

  private async figures(
    tx: EntityManager,
    payeeIds: readonly string[],
    payees: TrialPayees,
  ): Promise<[string, TrialFigures][]> {
    const partitions = await this.partitions(tx, payeeIds, payees);
    return [...partitions].map(([id, { current, tried }]) => [
      id,
      figuresOf(tried, outcomeOf(current), outcomeOf(tried)),
    ]);
  }
}

function figuresOf(partition: LoadedPartition, current: Outcome, tried: Outcome): TrialFigures {
  const head = headOf(partition, tried.lines);
  return {
    current: earnedBy(current.lines),
    tried: earnedBy(tried.lines),
    problems: tried.problems,
    credited: head?.credited ?? 0n,
    quota: head?.quota ?? null,
  };
}

function rowOf(payeeId: string, name: string, figures: TrialFigures): PlanTrialRow {
  const { current, tried, problems, credited, quota } = figures;
  const reached = attainment({ actual: credited, target: quota ?? undefined });
  const share = reached ? formatFraction(reached) : null;
  return {
    payeeId,
    name,
    current,
    tried,
    difference: tried - current,
    attainment: share,
    problems,
  };
}
