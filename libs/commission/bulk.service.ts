import {
  copyOut,
  Database,
  ExchangeRates,
  type FollowWithin,
  Outbox,
  Periods,
  planAnew,
  tell,
  unhurried,
} from '@laurel/shared';
import { groupBy, kindOf, type DatedRate, type DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { exchanged, type PayableCredit } from './core/index.js';
import { EarningMerge, type PaidPayee } from './bulk-merge.js';
import { type FactsByPeriod, plainRows } from './bulk-plain.js';
import { type Part, partsOf, together } from './bulk-part.js';
import { Corrections } from './correction.service.js';
import { earningRow, type PostedLine } from './earning-row.js';
import { type PartitionFacts, Partitions, withCredits } from './partition.service.js';
import { payeeOf, readCredit, streamedCredits } from './payable-credit.js';
import { Settlements } from './settlement.service.js';

/** Sums of a whole company's credits have room side by side; in order they would take four times as long. */
const summing = `${unhurried}, set_config('work_mem', '64MB', true)`;

/** Credits and deals are read whole: to look them up one by one would take far longer. */
const readingWhole = `
  ${unhurried}, set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true)`;

/** Periods of payees that are paid together, and parts of them that one transaction pays. */
const partSize = 2_000;
const partsAtMost = 40;

/** What is known of payees before their credits come. */
type Known = {
  readonly payeeIds: readonly string[];
  readonly facts: FactsByPeriod;
  readonly rates: ReadonlyMap<string, readonly DatedRate[]>;
  /** By period and payee. */
  readonly corrections: ReadonlyMap<string, ReadonlyMap<string, readonly PostedLine[]>>;
};

/** The transaction that pays, for which periods, and how what follows from pay is done within it. */
type Run = {
  readonly tx: EntityManager;
  readonly periods: readonly string[];
  readonly follow: FollowWithin;
};

/**
 * Computes the pay of many payees at once, from scratch: their credits come in one stream and go through the
 * same pure functions as a single payee's, and rows that differ from the stored ones are written by set.
 */
@Injectable()
export class BulkEarnings {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly periods: Periods,
    private readonly partitions: Partitions,
    private readonly rates: ExchangeRates,
    private readonly settlements: Settlements,
    private readonly corrections: Corrections,
  ) {}

  /** In one transaction after the other, each with statements: whatever ends it early, the same rows stand in the end. */
  async recompute(
    periods: readonly string[],
    payeeIds: readonly string[],
    follow: FollowWithin,
  ): Promise<void> {
    for (const ofKind of groupBy(periods, kindOf).values()) {
      const parts = partsOf(payeeIds, Math.ceil(partSize / ofKind.length));
      for (let start = 0; start < parts.length; start += partsAtMost) {
        const chunk = parts.slice(start, start + partsAtMost);
        await this.database.transaction((tx) =>
          this.rewrite({ tx, periods: ofKind, follow }, chunk),
        );
      }
    }
  }

  /** Nobody else computes pay in these periods meanwhile, so that no older figures can overwrite newer ones. */
  private async rewrite(run: Run, parts: readonly Part[]): Promise<void> {
    planAnew(run.tx);
    tell(run.tx, summing);
    await this.periods.forRewriting(run.tx, run.periods);
    await this.database.beside(async (reader) => {
      await reader.query(readingWhole);
      const others = await this.payPlain(run, reader, parts);
      if (others.length) await this.payOthers(run, reader, together(parts, others));
    });
  }

  /** Those whom plain numbers can pay; answers the others. While pay of a part is written that of the next is computed. */
  private async payPlain(
    run: Run,
    reader: EntityManager,
    parts: readonly Part[],
  ): Promise<string[]> {
    const others: string[] = [];
    let ended: Promise<unknown> = Promise.resolve();
    for await (const [part, known] of this.eachKnown(run, parts)) {
      const on = { tx: run.tx, reader };
      const merge = await merged(run.tx, plainRows(on, known.facts, uncorrected(known)));
      others.push(...part.payeeIds.filter((payeeId) => !merge.payeeIds.has(payeeId)));
      await ended;
      ended = this.end(run, merge, part);
      // Whoever waits for it next is told of its failure.
      ended.catch(() => undefined);
    }
    await ended;
    return others;
  }

  private async payOthers(run: Run, reader: EntityManager, all: Part): Promise<void> {
    const known = await this.prepare(run, all);
    const merge = await merged(run.tx, rowsOf(known, creditsOf(reader, known)));
    await this.end(run, merge, all);
  }

  /** Each part with what is known of it; that of the next is asked for before anything is written of this one. */
  private async *eachKnown(run: Run, parts: readonly Part[]): AsyncGenerator<[Part, Known]> {
    let next = this.prepare(run, parts[0]!);
    for (const [i, part] of parts.entries()) {
      const known = await next;
      const after = parts[i + 1];
      if (after) {
        next = this.prepare(run, after);
        next.catch(() => undefined);
      }
      yield [part, known];
    }
  }

  /** Writes the rest of the pay, and does what follows from all of it. */
  private end({ tx, periods, follow }: Run, merge: EarningMerge, { ids }: Part): Promise<void> {
    return follow(tx, async () => {
      await merge.end(periods);
      await this.settlements.announceAll(tx, [...merge.payeeIds], periods);
      await this.outbox.emit(tx, 'statement.draftAll', { periods: [...periods], ...ids });
    });
  }

  private async prepare({ tx, periods }: Run, { payeeIds }: Part): Promise<Known> {
    const facts = new Map<string, Map<string, PartitionFacts>>();
    const rates = new Map<string, DatedRate[]>();
    const corrections = new Map<string, Map<string, PostedLine[]>>();
    const others = await this.rates.currencies(tx);
    await Promise.all(
      periods.map(async (period) => {
        const [own, posted] = await Promise.all([
          this.partitions.facts(tx, payeeIds, period),
          this.corrections.byPayee(tx, payeeIds, period),
        ]);
        facts.set(period, own);
        corrections.set(period, posted);
        const days = daysOf([...own.values()].map(({ read }) => read));
        for (const currency of new Set([...own.values()].map(({ plan }) => plan.currency)))
          rates.set(
            rateKey(period, currency),
            await this.rates.between(tx, currency, others, days!),
          );
      }),
    );
    return { payeeIds, facts, rates, corrections };
  }
}

const rateKey = (period: string, currency: string) => `${period}|${currency}`;

/** Writes what each of them is paid as it comes. */
async function merged(tx: EntityManager, all: AsyncIterable<PaidPayee>): Promise<EarningMerge> {
  const merge = new EarningMerge(tx);
  for await (const paid of all) {
    merge.add(paid);
    await merge.sendBlock();
  }
  return merge;
}

/** Who has corrections is paid with them, which plain numbers do not know. */
function uncorrected({ payeeIds, corrections }: Known): string[] {
  const corrected = new Set([...corrections.values()].flatMap((own) => [...own.keys()]));
  return payeeIds.filter((payeeId) => !corrected.has(payeeId));
}

/** All credits of each of the payees; with none for those who have none. */
async function* creditsOf(
  reader: EntityManager,
  { payeeIds, facts }: Known,
): AsyncGenerator<[payeeId: string, credits: PayableCredit[]]> {
  const waiting = new Set(payeeIds);
  const reads = [...facts.values()].flatMap((own) => [...own.values()].map(({ read }) => read));
  const days = daysOf(reads);
  if (!days) {
    for (const payeeId of payeeIds) yield [payeeId, []];
    return;
  }
  const attributes = reads.some((read) => read.attributes);
  const asked = { ...days, attributes };
  let current = '';
  let credits: PayableCredit[] = [];
  for await (const rows of copyOut(reader, streamedCredits(payeeIds, asked)))
    for (const row of rows) {
      const payeeId = payeeOf(row);
      if (payeeId !== current) {
        if (waiting.delete(current)) yield [current, credits];
        [current, credits] = [payeeId, []];
      }
      credits.push(readCredit(row, attributes));
    }
  if (waiting.delete(current)) yield [current, credits];
  for (const payeeId of waiting) yield [payeeId, []];
}

/** From the first day of any range to the last of any. */
function daysOf(ranges: readonly DayRange[]): DayRange | null {
  const [first] = ranges;
  if (!first) return null;
  return ranges.reduce((all, { from, to }) => ({
    from: from < all.from ? from : all.from,
    to: to > all.to ? to : all.to,
  }));
}

/** The rows of each payee's periods. */
async function* rowsOf(
  { facts, rates, corrections }: Known,
  payees: AsyncIterable<[payeeId: string, credits: PayableCredit[]]>,
): AsyncGenerator<PaidPayee> {
  for await (const [payeeId, credits] of payees) {
    const rows = [...facts].flatMap(([period, own]) => {
      const known = own.get(payeeId);
      const partition =
        known && within(known, credits, rates.get(rateKey(period, known.plan.currency))!);
      const posted = corrections.get(period)?.get(payeeId) ?? [];
      return earningRow({ payeeId, period }, partition ?? null, posted) ?? [];
    });
    yield [payeeId, rows];
  }
}

/** The partition with its credits, in the currency of its plan. */
const within = (
  known: PartitionFacts,
  credits: readonly PayableCredit[],
  rates: readonly DatedRate[],
) => exchanged(withCredits(known, credits), rates, known.range.from);
