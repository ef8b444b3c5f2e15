import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/** Mails that a mail server refused for good: whom they should have reached, and why they did not. */
export class MailFailure1795000000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('mail_failure', {
        columns: `
          about uuid,
          address text not null,
          reason text not null,
          failed_at timestamptz not null default now()`,
        indexes: ['organization_id, about'],
      }),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table mail_failure`);
  }
}
