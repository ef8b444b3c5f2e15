import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** What was talked about, shown by an employee to a new manager, and the mood of the day where both like to tell it. */
export class OneOnOneTrust1795000000047 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(share);
    await db.query(mood);
  }

  async down(): Promise<void> {
    throw new Error('What people told each other cannot be dropped: restore a backup instead.');
  }
}

/** To whom a series is shown, and up to which day. */
const share = tenantTable('one_on_one_share', {
  key: 'organization_id, one_on_one_id',
  columns: `
    one_on_one_id uuid not null,
    sharer_id uuid not null,
    reader_id uuid not null check (reader_id <> sharer_id),
    shared_on date not null,
    ${foreignKey('one_on_one_id', 'one_on_one', 'cascade')},
    ${foreignKey('sharer_id', 'member', 'cascade')},
    ${foreignKey('reader_id', 'member', 'cascade')}`,
  indexes: ['organization_id, reader_id'],
});

const mood = tenantTable('one_on_one_mood', {
  key: 'organization_id, one_on_one_id, number, member_id',
  columns: `
    one_on_one_id uuid not null,
    number integer not null check (number >= 0),
    member_id uuid not null,
    mood smallint not null check (mood between 1 and 5),
    ${foreignKey('one_on_one_id', 'one_on_one', 'cascade')},
    ${foreignKey('member_id', 'member', 'cascade')}`,
});
