import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Dated exchange rates, and files of them. */
export class ExchangeRate1795000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('exchange_rate', {
        columns: `
          from_currency char(3) not null,
          to_currency char(3) not null check (to_currency <> from_currency),
          day date not null,
          rate numeric not null check (rate > 0),
          source text not null default '',
          version integer not null default 1,
          unique (organization_id, from_currency, to_currency, day)`,
      }),
    );
    await db.query(`alter table import drop constraint import_kind_check`);
    await db.query(`
      alter table import add constraint import_kind_check
        check (kind in ('person', 'product', 'account', 'deal', 'quota', 'exchangeRate'))`);
  }

  async down(): Promise<void> {
    throw new Error(
      'Rates that pay was computed with cannot be dropped: restore a backup instead.',
    );
  }
}
