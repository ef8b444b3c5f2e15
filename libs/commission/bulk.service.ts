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
import { EarningMerge } from './bulk-merge.js';
import { type FactsByPeriod, plainRows } from './bulk-plain.js';
import { Corrections } from './correction.service.js';
import { earningRow, type PostedLine, type StorableRow } from './earning-row.js';
import { type PartitionFacts, Partitions, withCredits } from './partition.service.js';
import { payeeOf, readCredit, streamedCredits } from './payable-credit.js';
import { Settlements } from './settlement.service.js';

/** Sums of a whole company's credits have room side by side; in order they would take four times as long. */
const summing = `${unhurried}, set_config('work_mem', '64MB', true)`;

/** Credits and deals are read whole: to look them up one by one would take far longer. */
const readingWhole = `
  ${unhurried}, set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true)`;

/** Payees that one transaction pays. */
const chunkSize = 20_000;

/** What is known of a chunk before its credits come. */
type Chunk = {
  readonly payeeIds: readonly string[];
  readonly facts: FactsByPeriod;
  readonly rates: ReadonlyMap<string, readonly DatedRate[]>;
  /** By period and payee. */
  readonly corrections: ReadonlyMap<string, ReadonlyMap<string, readonly PostedLine[]>>;
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

  /**
   * The payees in chunks, each a transaction: whatever ends it early, the same rows stand in the end. Their statements
   * follow with the last, before anybody else gets at the periods.
   */
  async recompute(
    periods: readonly string[],
    payeeIds: readonly string[],
    follow: FollowWithin,
  ): Promise<void> {
    const sorted = payeeIds.toSorted();
    for (const ofKind of groupBy(periods, kindOf).values())
      for (let start = 0; start < sorted.length; start += chunkSize) {
        const chunk = sorted.slice(start, start + chunkSize);
        const isLast = start + chunkSize >= sorted.length;
        await this.database.transaction((tx) =>
          follow(tx, async () => {
            await this.rewrite(tx, ofKind, chunk);
            if (isLast) await this.outbox.emit(tx, 'statement.draftAll', { periods: ofKind });
          }),
        );
      }
  }

  /** Nobody else computes pay in these periods meanwhile, so that no older figures can overwrite newer ones. */
  private async rewrite(
    tx: EntityManager,
    periods: readonly string[],
    payeeIds: readonly string[],
  ): Promise<void> {
    planAnew(tx);
    tell(tx, summing);
    await this.periods.forRewriting(tx, periods);
    const chunk = await this.prepare(tx, periods, payeeIds);
    const merge = new EarningMerge(tx);
    await this.database.beside(async (reader) => {
      await reader.query(readingWhole);
      for await (const rows of allRows({ tx, reader }, chunk)) {
        for (const row of rows) merge.add(row);
        await merge.sendBlock();
      }
    });
    await merge.end(periods, payeeIds);
    await this.settlements.announceAll(tx, payeeIds, periods);
  }

  private async prepare(
    tx: EntityManager,
    periods: readonly string[],
    payeeIds: readonly string[],
  ): Promise<Chunk> {
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

type Connections = { readonly tx: EntityManager; readonly reader: EntityManager };

/** The rows of each payee. Plain plans are paid in plain numbers, all others by `earn`, and so is who has corrections. */
async function* allRows(on: Connections, chunk: Chunk): AsyncGenerator<readonly StorableRow[]> {
  const corrected = new Set([...chunk.corrections.values()].flatMap((own) => [...own.keys()]));
  const left = new Set(chunk.payeeIds.filter((payeeId) => !corrected.has(payeeId)));
  yield* plainRows(on, chunk.facts, left);
  const payeeIds = [...left, ...corrected].toSorted();
  if (payeeIds.length) yield* rowsOf(chunk, creditsOf(on.reader, { ...chunk, payeeIds }));
}

/** All credits of each payee of the chunk; with none for those who have none. */
async function* creditsOf(
  reader: EntityManager,
  { payeeIds, facts }: Chunk,
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
  { facts, rates, corrections }: Chunk,
  payees: AsyncIterable<[payeeId: string, credits: PayableCredit[]]>,
): AsyncGenerator<readonly StorableRow[]> {
  for await (const [payeeId, credits] of payees)
    yield [...facts].flatMap(([period, own]) => {
      const known = own.get(payeeId);
      const partition =
        known && within(known, credits, rates.get(rateKey(period, known.plan.currency))!);
      const posted = corrections.get(period)?.get(payeeId) ?? [];
      return earningRow({ payeeId, period }, partition ?? null, posted) ?? [];
    });
}

/** The partition with its credits, in the currency of its plan. */
const within = (
  known: PartitionFacts,
  credits: readonly PayableCredit[],
  rates: readonly DatedRate[],
) => exchanged(withCredits(known, credits), rates, known.range.from);
