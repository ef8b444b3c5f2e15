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
import { groupBy, kindOf, type DatedRate } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { exchanged, type PayableCredit } from './core/index.js';
import { EarningMerge, type PaidPayee } from './bulk-merge.js';
import { type FactsByPeriod, plainRows } from './bulk-plain.js';
import { type Part, partsOf, together } from './bulk-part.js';
import { Corrections } from './correction.service.js';
import { earningRow, type PostedLine } from './earning-row.js';
import {
  joined,
  type PartitionFacts,
  Partitions,
  spanned,
  withCredits,
} from './partition.service.js';
import { payeeOf, readCredit, streamedCredits } from './payable-credit.js';
import { Settlements } from './settlement.service.js';

/** Sums of a whole company's credits have room side by side; in order they would take four times as long. */
const summing = `${unhurried}, set_config('work_mem', '64MB', true)`;

/** Credits and deals are read whole: to look them up one by one would take far longer. */
const readingWhole = `
  ${unhurried}, set_config('work_mem', '256MB', true), set_config('enable_nestloop', 'off', true)`;

/** Periods of payees that are paid together, and parts of them that one transaction pays. */
const partSize = 4_000;
const partsAtMost = 40;

/** What is known of payees before their credits come. */
type Known = {
  readonly payeeIds: readonly string[];
  readonly facts: FactsByPeriod;
  readonly rates: ReadonlyMap<string, readonly DatedRate[]>;
  /** By period and payee. */
  readonly corrections: ReadonlyMap<string, ReadonlyMap<string, readonly PostedLine[]>>;
};

/** For which periods pay is written, how what follows from it is done within the transaction, and what is read beside it. */
type Run = {
  readonly tx: EntityManager;
  readonly credits: EntityManager;
  readonly facts: EntityManager;
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
          this.database.beside((credits) =>
            this.database.beside((facts) =>
              this.rewrite({ tx, credits, facts, periods: ofKind, follow }, chunk),
            ),
          ),
        );
      }
    }
  }

  /**
   * Nobody else computes pay in these periods meanwhile, so that no older figures can overwrite newer ones. All connections
   * are there before anybody has to wait for that.
   */
  private async rewrite(run: Run, parts: readonly Part[]): Promise<void> {
    const { tx, credits, facts, periods } = run;
    for (const each of [tx, facts]) {
      planAnew(each);
      tell(each, summing);
    }
    tell(credits, readingWhole);
    await this.periods.forRewriting(tx, periods);
    const others = await this.payPlain(run, parts);
    if (others.length) await this.payOthers(run, together(parts, others));
  }

  /** Those whom plain numbers can pay; answers the others. While pay of two parts is written that of the next is computed. */
  private async payPlain(run: Run, parts: readonly Part[]): Promise<string[]> {
    const others: string[] = [];
    let [earlier, ended] = [Promise.resolve(), Promise.resolve()];
    for await (const [part, known] of this.eachKnown(run, parts)) {
      const merge = await merged(run.tx, plainRows(run, known.facts, uncorrected(known)));
      others.push(...part.payeeIds.filter((payeeId) => !merge.payeeIds.has(payeeId)));
      await earlier;
      earlier = ended;
      ended = ended.then(() => this.end(run, merge, part));
      // Whoever waits for it later is told of its failure.
      ended.catch(() => undefined);
    }
    await ended;
    return others;
  }

  private async payOthers(run: Run, all: Part): Promise<void> {
    const known = await this.prepare(run, all);
    const merge = await merged(run.tx, rowsOf(known, creditsOf(run.credits, known)));
    await this.end(run, merge, all);
  }

  /** Each part with what is known of it; that of the next is read meanwhile. */
  private async *eachKnown(run: Run, parts: readonly Part[]): AsyncGenerator<[Part, Known]> {
    let next = this.prepare(run, parts[0]!);
    for (const [i, part] of parts.entries()) {
      const known = await next;
      const after = parts[i + 1];
      if (after) {
        next = this.prepare(run, after);
        // Whoever waits for it later is told of its failure.
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

  private async prepare({ facts: tx, periods }: Run, { payeeIds }: Part): Promise<Known> {
    const rates = new Map<string, DatedRate[]>();
    const corrections = new Map<string, Map<string, PostedLine[]>>();
    const [others, facts] = await Promise.all([
      this.rates.currencies(tx),
      this.partitions.factsInEach(tx, payeeIds, periods),
    ]);
    const each = periods.map(async (period) => {
      const own = [...facts.get(period)!.values()];
      corrections.set(period, await this.corrections.byPayee(tx, payeeIds, period));
      for (const currency of new Set(own.map(({ plan }) => plan.currency)))
        rates.set(
          rateKey(period, currency),
          await this.rates.between(tx, currency, others, spanned(own.map(({ read }) => read))),
        );
    });
    await Promise.all(each);
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
  if (!reads.length) {
    for (const payeeId of payeeIds) yield [payeeId, []];
    return;
  }
  const asked = joined(reads);
  let current = '';
  let credits: PayableCredit[] = [];
  for await (const rows of copyOut(reader, streamedCredits(payeeIds, asked)))
    for (const row of rows) {
      const payeeId = payeeOf(row);
      if (payeeId !== current) {
        if (waiting.delete(current)) yield [current, credits];
        [current, credits] = [payeeId, []];
      }
      credits.push(readCredit(row, asked.attributes));
    }
  if (waiting.delete(current)) yield [current, credits];
  for (const payeeId of waiting) yield [payeeId, []];
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
