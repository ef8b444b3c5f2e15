import { Outbox, visibleMemberIds, type RowChange } from '@laurel/shared';
import { Fault } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  sameDeal,
  settleDeal,
  type DealContent,
  type DealFault,
  type DealWish,
  type PlacedFault,
} from './core/index.js';
import { DealEvents, type DealEvent } from './deal-events.service.js';
import { DealLinker, type LinkedWish } from './deal-linker.service.js';
import { noteLateChanges, type DealChange } from './late-change-rows.js';
import type { NamedTable } from './named-rows.js';
import { writeSplits } from './split-rows.js';
import { contentOf, holdDeals, insertDeals, updateDeals, type DealRow } from './deal-rows.js';

/** A wish and where it stands: its position in a batch, or its line in a file. */
export type PlacedWish = { readonly row: number; readonly wish: DealWish };

export type WrittenDeal = {
  readonly row: number;
  readonly id: string;
  readonly outcome: 'created' | 'updated' | 'unchanged';
};

export type WrittenDeals = {
  readonly deals: readonly WrittenDeal[];
  readonly faults: readonly PlacedFault[];
  readonly changes: readonly RowChange[];
  /** Names of customers that were added. */
  readonly newAccounts: readonly string[];
};

type Settled = {
  row: number;
  content: DealContent;
  before: DealRow | undefined;
  newAccount: string | undefined;
};

/** The most deals that one job carries. */
const jobSize = 1_000;

/** The one way deals are written, by program, by person and by file: a batch at a time, faulty rows left out. */
@Injectable()
export class DealWriter {
  constructor(
    private readonly linker: DealLinker,
    private readonly outbox: Outbox,
    private readonly events: DealEvents,
  ) {}

  /** Upserts by external id. Equal deals are not touched; whoever depends on the changed ones is told. */
  async write(
    tx: EntityManager,
    placed: readonly PlacedWish[],
    currency: string,
  ): Promise<WrittenDeals> {
    const link = await this.linker.prepare(
      tx,
      placed.map(({ wish }) => wish),
    );
    const written: WrittenDeals[] = [];
    // Somebody may add the same deal at the same moment: then it is there the next time.
    for (let left = placed; left.length;) {
      const { result, missed } = await this.attempt(tx, left, link, currency);
      written.push(result);
      left = left.filter(({ row }) => missed.has(row));
    }
    return combined(written);
  }

  /** Tells those who compute from deals. */
  async announce(tx: EntityManager, dealIds: readonly string[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(dealIds.length / jobSize) }, (_, at) => ({
      dealIds: dealIds.slice(at * jobSize, (at + 1) * jobSize),
    }));
    await this.outbox.emitAll(tx, 'credit.assign', batches);
  }

  /** Tells them of the won deals of changed products or accounts: what these say decides crediting and pay, too. */
  async announceNamed(tx: EntityManager, table: NamedTable, ids: readonly string[]): Promise<void> {
    if (!ids.length) return;
    const deals: { id: string }[] = await tx.query(
      `select id from deal
       where ${table}_id = any($1) and status = 'won' and removed_at is null order by id`,
      [ids],
    );
    await this.announce(
      tx,
      deals.map(({ id }) => id),
    );
  }

  private async attempt(
    tx: EntityManager,
    placed: readonly PlacedWish[],
    link: (wish: DealWish, before?: DealContent) => LinkedWish,
    currency: string,
  ): Promise<{ result: WrittenDeals; missed: ReadonlySet<number> }> {
    const held = await holdDeals(
      tx,
      placed.map(({ wish }) => wish.externalId.trim()),
    );
    const results = placed.map((one) =>
      settle(one, held.get(one.wish.externalId.trim()), link, currency),
    );
    const faults = results.flatMap((result) => ('faults' in result ? result.faults : []));
    const settled = results.flatMap((result) => ('faults' in result ? [] : [result]));
    const newAccounts = settled.flatMap(({ newAccount }) => newAccount ?? []);
    const complete = withAccounts(settled, await ensureAccounts(tx, newAccounts));
    const isEqual = ({ before, content }: Settled) =>
      before && !before.removed_at && sameDeal(contentOf(before), content);
    const changed = complete.filter((one) => !isEqual(one));
    const added = await insertDeals(
      tx,
      changed.flatMap(({ before, content }) => (before ? [] : [content])),
    );
    await updateDeals(
      tx,
      changed.flatMap(({ before, content }) => (before ? [{ id: before.id, content }] : [])),
    );
    const idOf = ({ before, content }: Settled) => before?.id ?? added.get(content.externalId);
    const missed = new Set(complete.filter((one) => !idOf(one)).map(({ row }) => row));
    const saved = changed.flatMap((one) =>
      missed.has(one.row) ? [] : [{ ...one, id: idOf(one)! }],
    );
    await writeSplits(tx, saved.filter(hasSplits));
    await noteLateChanges(tx, saved.filter(countsForPay).map(asChange));
    await this.announce(
      tx,
      saved.filter(countsForPay).map(({ id }) => id),
    );
    await this.events.announce(tx, saved.flatMap(cancellationMoved));
    const deals = complete
      .filter(({ row }) => !missed.has(row))
      .map((one) => ({ row: one.row, id: idOf(one)!, outcome: outcomeOf(one, !isEqual(one)) }));
    const changes = saved.map(({ id, before }) => ({
      id,
      before: before ?? null,
      version: (before?.version ?? 0) + 1,
    }));
    return { result: { deals, faults, changes, newAccounts }, missed };
  }
}

function settle(
  { row, wish }: PlacedWish,
  before: DealRow | undefined,
  link: (wish: DealWish, before?: DealContent) => LinkedWish,
  currency: string,
): Settled | { faults: PlacedFault[] } {
  const known = before && contentOf(before);
  const linked = link(wish, known);
  const placed = (faults: readonly DealFault[]) => ({
    faults: faults.map((fault) => ({ row, ...fault })),
  });
  if (Array.isArray(linked)) return placed(linked);
  const content = settleDeal(wish, linked.links, known, currency);
  if (Array.isArray(content)) return placed(content);
  const foreign = foreignFaults(content, known);
  return foreign.length ? placed(foreign) : { row, content, before, newAccount: linked.newAccount };
}

/** A rep writes own deals, a manager also those of reports. */
function foreignFaults(content: DealContent, before: DealContent | undefined): DealFault[] {
  const mine = visibleMemberIds('Mutation.saveDeal');
  const allowed = (ownerId: string) => mine === 'all' || mine.includes(ownerId);
  if (allowed(content.ownerId) && (!before || allowed(before.ownerId))) return [];
  const reason = 'You may save your own deals and those of your team only.';
  return [{ field: 'owner', value: null, fault: new Fault('FORBIDDEN', reason) }];
}

async function ensureAccounts(
  tx: EntityManager,
  names: readonly string[],
): Promise<Map<string, string>> {
  if (!names.length) return new Map();
  const distinct = [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].sort();
  await tx.query(`insert into account (name) select unnest($1::text[]) on conflict do nothing`, [
    distinct,
  ]);
  const rows: { id: string; name: string }[] = await tx.query(
    `select id, name from account where name = any($1)`,
    [distinct],
  );
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}

const withAccounts = (
  settled: readonly Settled[],
  accounts: ReadonlyMap<string, string>,
): Settled[] =>
  settled.map((one) =>
    one.newAccount === undefined
      ? one
      : {
          ...one,
          content: {
            ...one.content,
            accountId: accounts.get(one.newAccount.toLowerCase()) ?? null,
          },
        },
  );

const asChange = ({ id, before, content }: Settled & { id: string }): DealChange => ({
  id,
  before: before && !before.removed_at ? contentOf(before) : null,
  after: content,
});

const countsForPay = ({ before, content }: Settled): boolean =>
  content.status === 'won' ||
  (before !== undefined && before.removed_at === null && before.status === 'won');

/** Before or after: those without are most. */
const hasSplits = ({ before, content }: Settled): boolean =>
  content.splits.length + (before?.splits.length ?? 0) > 0;

/** The days on which a cancellation counts now, and counted before. */
const cancellationMoved = ({ id, before, content }: Settled & { id: string }): DealEvent[] => {
  const days = [before?.cancelled_on ?? null, content.cancelledOn];
  if (days[0] === days[1]) return [];
  return days.flatMap((day) => (day === null ? [] : [{ dealId: id, day }]));
};

const outcomeOf = ({ before }: Settled, changed: boolean): WrittenDeal['outcome'] =>
  !changed ? 'unchanged' : before && !before.removed_at ? 'updated' : 'created';

const combined = (parts: readonly WrittenDeals[]): WrittenDeals => ({
  deals: parts.flatMap(({ deals }) => deals).sort((a, b) => a.row - b.row),
  faults: parts.flatMap(({ faults }) => faults),
  changes: parts.flatMap(({ changes }) => changes),
  newAccounts: parts.flatMap(({ newAccounts }) => newAccounts),
});
