import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantRule } from './tenant-table.js';

/**
 * Row level security asks for the tenant once a statement instead of once a row. Rows that follow from others no
 * longer name their organisation by a key of its own: the member they belong to does.
 */
export class TenantOnce1795000000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const policies: { policy: string; table: string }[] = await db.query(askedEachRow);
    for (const { policy, table } of policies)
      await db.query(`alter policy ${policy} on ${table} ${tenantRule}`);
    for (const table of derived)
      await db.query(`alter table ${table} drop constraint ${table}_organization_id_fkey`);
  }

  async down(): Promise<void> {
    throw new Error('Nothing is gained by asking for each row again: restore a backup instead.');
  }
}

const askedEachRow = `
  select quote_ident(policyname) as policy, quote_ident(tablename) as table from pg_policies
  where schemaname = 'public' and qual = '(organization_id = current_organization())'`;

const derived = ['earning', 'statement', 'standing'];
