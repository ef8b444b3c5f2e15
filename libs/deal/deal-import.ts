import {
  ImportKinds,
  Problem,
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
import { dealFields, readSplits, type DealFault, type DealWish } from './core/index.js';
import { contentColumns } from './deal-rows.js';
import { restoreSplits } from './split-rows.js';
import { DealWriter, type PlacedFault, type WrittenDeal } from './deal-writer.service.js';

/** Files of deals. */
@Injectable()
export class DealImport implements ImportKind, OnModuleInit {
  readonly kind = 'deal';
  readonly fields = dealFields;
  readonly importableBy: readonly Role[] = ['finance', 'admin'];

  constructor(
    private readonly kinds: ImportKinds,
    private readonly writer: DealWriter,
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
    const periods: { name: string; status: string }[] = await tx.query(periodsOfImport, [importId]);
    const shut = periods.find(({ status }) => status !== 'open');
    if (shut)
      throw new Problem(
        'PERIOD_LOCKED',
        `The period ${shut.name} is ${shut.status}, so the import can no longer be undone.`,
        {
          period: shut.name,
        },
      );
  }

  /** Deals that were new are removed, the others are again what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const paid: { id: string }[] = await tx.query(
      `select deal.id from import_change change join deal on deal.id = change.row_id
       where change.import_id = $1 and (deal.status = 'won' or change.before ->> 'status' = 'won') order by deal.id`,
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
  }
}

/** Periods in which the import's deals count, or counted before; held, so that none is locked meanwhile. */
const periodsOfImport = `
  select name, status from period
  where exists (
    select from import_change change join deal on deal.id = change.row_id
    where change.import_id = $1 and (
      (deal.status = 'won' and deal.closed_on >= from_day and deal.closed_on < to_day)
      or (change.before ->> 'status' = 'won'
        and (change.before ->> 'closed_on')::date >= from_day and (change.before ->> 'closed_on')::date < to_day)))
  order by name for share`;

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
