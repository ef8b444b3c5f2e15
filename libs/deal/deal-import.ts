import {
  ImportKinds,
  type ImportContext,
  type ImportKind,
  type SavedRows,
  createdRows,
  refuseChangedSince,
  restoreRows,
} from '@laurel/shared';
import { Fault, type ParsedRow, type Role } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  dealFields,
  readSplits,
  type DealFault,
  type DealWish,
  type PlacedFault,
} from './core/index.js';
import { DealEvents, type DealEvent } from './deal-events.service.js';
import { contentColumns } from './deal-rows.js';
import { DealWriter, type WrittenDeal } from './deal-writer.service.js';
import { refuseShutDays } from './shut-days.js';
import { restoreSplits } from './split-rows.js';

/** Files of deals. */
@Injectable()
export class DealImport implements ImportKind, OnModuleInit {
  readonly kind = 'deal';
  readonly fields = dealFields;
  readonly importableBy: readonly Role[] = ['finance', 'admin'];

  constructor(
    private readonly kinds: ImportKinds,
    private readonly writer: DealWriter,
    private readonly events: DealEvents,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf({ externalId }: ParsedRow['values']): string | null {
    return externalId as string;
  }

  async save(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    { currency }: ImportContext,
  ): Promise<SavedRows> {
    const read = rows.map((parsed) => ({ row: parsed.row, wish: wishOf(parsed) }));
    const unreadable = read.flatMap(({ row, wish }) => (isFault(wish) ? [{ row, ...wish }] : []));
    const placed = read.flatMap(({ row, wish }) => (isFault(wish) ? [] : [{ row, wish }]));
    const { deals, faults, changes, newAccounts } = await this.writer.write(tx, placed, currency);
    const count = (outcome: WrittenDeal['outcome']) =>
      deals.filter((deal) => deal.outcome === outcome).length;
    return {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      changes,
      rejections: [...unreadable, ...faults].map(rejection),
      introduced: newAccounts.map((value) => ({ field: 'account', value })),
    };
  }

  async refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    await refuseChangedSince(tx, 'deal', importId);
    const touched: { day: string }[] = await tx.query(daysOfImport, [importId]);
    await refuseShutDays(
      tx,
      touched.map(({ day }) => day),
    );
  }

  /** Deals that were new are removed, the others are again what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const paid: { id: string }[] = await tx.query(
      `select deal.id from import_change change join deal on deal.id = change.row_id
       where change.import_id = $1 and (deal.status = 'won' or change.before ->> 'status' = 'won') order by deal.id`,
      [importId],
    );
    const cancelled: DealEvent[] = await tx.query(
      `select deal.id as "dealId", cancelled_on as day
       from import_change change join deal on deal.id = change.row_id
       where change.import_id = $1 and cancelled_on is not null order by deal.id`,
      [importId],
    );
    await restoreRows(tx, 'deal', [...contentColumns, 'removed_at'], importId);
    await restoreSplits(tx, importId);
    await tx.query(
      `update deal set removed_at = now(), version = version + 1, updated_at = now()
       where id in (${createdRows})`,
      [importId],
    );
    await this.writer.announce(
      tx,
      paid.map(({ id }) => id),
    );
    await this.events.announce(tx, cancelled);
  }
}

/** Days on which the import's deals count, or counted before; those they are credited on may be others than they were closed on. */
const daysOfImport = `
  select distinct day from import_change change
  join deal on deal.id = change.row_id
  cross join lateral (values
    (case deal.status when 'won' then closed_on end),
    (case change.before ->> 'status' when 'won' then (change.before ->> 'closed_on')::date end),
    (cancelled_on),
    ((change.before ->> 'cancelled_on')::date)) as touched (day)
  where change.import_id = $1 and day is not null
  union
  select credited_on from import_change join credit on deal_id = row_id where import_id = $1 and not void`;

/** Absent fields stay absent: a file without a column leaves what is known alone. */
function wishOf({ values, attributes }: ParsedRow): DealWish | DealFault {
  const { splits: text, ...rest } = values;
  const extra = Object.keys(attributes).length ? { attributes } : {};
  const wish = { ...(rest as unknown as DealWish), ...extra };
  if (text === undefined) return wish;
  const splits = readSplits(String(text ?? ''));
  return splits instanceof Fault
    ? { field: 'splits', value: String(text), fault: splits }
    : { ...wish, splits };
}

const isFault = (wish: DealWish | DealFault): wish is DealFault => 'fault' in wish;

const rejection = ({ row, field, value, fault }: PlacedFault) => ({ row, field, value, ...fault });
