import { Database, Problem, assertMaySee, once, organizationCurrency } from '@laurel/shared';
import { Fault } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { isReadable, type DealWish, type PlacedFault } from './core/index.js';
import { contentOf, holdDeals } from './deal-rows.js';
import { DealWriter, type PlacedWish, type WrittenDeal } from './deal-writer.service.js';
import { Deal, type SavedDeals } from './deal.entity.js';
import { noteLateChanges } from './late-change-rows.js';
import { refusal } from './refusal.js';

const largestBatch = 1_000;

type Saved = Omit<SavedDeals, 'deals'> & { ids: string[] };

/** Deals one by one and in batches, for people and programs. */
@Injectable()
export class DealService {
  constructor(
    private readonly database: Database,
    private readonly writer: DealWriter,
  ) {}

  /**
   * The deal as it is now; the same key and content give the same answer again. Throws a Problem with every fault, or
   * where a version is given and the deal has another by now.
   */
  save(wish: DealWish, key?: string | null, version?: number | null): Promise<Deal> {
    const body = { saveDeal: wish, ...(version != null && { version }) };
    return this.database.transaction(async (tx) => {
      const { ids } = await once(tx, key, body, async () => {
        if (version != null) await assertUnchanged(tx, wish.externalId.trim(), version);
        return this.write(tx, [wish]);
      });
      return tx.findOneOrFail(Deal, { where: { id: ids[0]! }, relations });
    });
  }

  /** All of them or none: one fault refuses the batch, and `extensions.rows` names each by position. */
  saveAll(wishes: DealWish[], key?: string | null): Promise<SavedDeals> {
    if (wishes.length > largestBatch)
      throw new Problem('BATCH_TOO_LARGE', `Send at most ${largestBatch} deals at a time.`);
    return this.database.transaction(async (tx) => {
      const { ids, ...counts } = await once(tx, key, { saveDeals: wishes }, () =>
        this.write(tx, wishes),
      );
      const deals = await tx.find(Deal, { where: { id: In(ids) }, relations });
      const byId = new Map(deals.map((deal) => [deal.id, deal]));
      return { ...counts, deals: ids.flatMap((id) => byId.get(id) ?? []) };
    });
  }

  /** Takes a deal out of everything that counts; its row stays for the history. False when it was out already. */
  remove(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const deal = await tx
        .createQueryBuilder(Deal, 'deal')
        .where('deal.id::text = :id', { id })
        .setLock('pessimistic_write')
        .getOne();
      if (!deal) throw new Problem('NOT_FOUND', 'There is no such deal.', { id });
      assertMaySee('Mutation.removeDeal', deal.ownerId);
      if (deal.removedAt) return false;
      const [before] = (await holdDeals(tx, [deal.externalId])).values();
      await noteLateChanges(tx, [{ id: deal.id, before: contentOf(before!), after: null }]);
      await tx.query(
        `update deal set removed_at = now(), version = version + 1, updated_at = now() where id = $1`,
        [deal.id],
      );
      if (deal.status === 'won') await this.writer.announce(tx, [deal.id]);
      return true;
    });
  }

  private async write(tx: EntityManager, wishes: readonly DealWish[]): Promise<Saved> {
    const placed = wishes.map((wish, row) => ({ row, wish }));
    const unsound = [...unreadable(placed), ...repeated(placed)];
    if (unsound.length) throw refusal('DEAL_REFUSED', unsound);
    const { deals, faults } = await this.writer.write(tx, placed, await organizationCurrency(tx));
    if (faults.length) throw refusal('DEAL_REFUSED', faults);
    const count = (outcome: WrittenDeal['outcome']) =>
      deals.filter((deal) => deal.outcome === outcome).length;
    return {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      ids: deals.map(({ id }) => id),
    };
  }
}

/** Refuses unless the deal is still what its writer read, and holds it so. */
async function assertUnchanged(
  tx: EntityManager,
  externalId: string,
  version: number,
): Promise<void> {
  const deal = (await holdDeals(tx, [externalId])).get(externalId);
  if (!deal || deal.removed_at)
    throw new Problem('NOT_FOUND', 'There is no such deal.', { externalId });
  assertMaySee('Mutation.saveDeal', deal.owner_id);
  if (deal.version !== version)
    throw new Problem(
      'CHANGED_MEANWHILE',
      'Somebody changed this deal meanwhile. Read it again, then save your change with its new version.',
      { version: deal.version },
    );
}

const relations = { account: true, product: true };

const unreadable = (placed: readonly PlacedWish[]): PlacedFault[] =>
  placed
    .filter(({ wish }) => !isReadable(wish))
    .map(({ row }) =>
      atId(row, new Fault('BAD_VALUE', 'A text holds characters that cannot be stored.')),
    );

function repeated(placed: readonly PlacedWish[]): PlacedFault[] {
  const first = new Map<string, number>();
  return placed.flatMap(({ row, wish }) => {
    const id = wish.externalId.trim();
    const known = first.get(id);
    if (known !== undefined)
      return [atId(row, new Fault('REPEATED', `The same id as row ${known} of the batch.`))];
    first.set(id, row);
    return [];
  });
}

const atId = (row: number, fault: Fault): PlacedFault => ({
  row,
  field: 'externalId',
  value: null,
  fault,
});
