import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** The order of topics, what each of the two wishes for a series, and calendars that follow one-on-ones. */
export class OneOnOneAgenda1795000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [position, wish, feed]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What people chose cannot be dropped: restore a backup instead.');
  }
}

/** Topics stand in the order that the two want; those from before stay in their own. */
const position = `alter table one_on_one_topic add position integer not null default 0`;

/** When somebody is reminded, and whether they tell their mood; without a row the defaults hold. */
const wish = tenantTable('one_on_one_wish', {
  key: 'organization_id, one_on_one_id, member_id',
  columns: `
    one_on_one_id uuid not null,
    member_id uuid not null,
    reminder text not null default 'dayBefore' check (reminder in ('dayBefore', 'morning', 'none')),
    mood boolean not null default false,
    ${foreignKey('one_on_one_id', 'one_on_one', 'cascade')},
    ${foreignKey('member_id', 'member', 'cascade')}`,
});

/** Whoever has the secret address of a feed reads when its owner meets whom. */
const feed = tenantTable('calendar_feed', {
  key: 'organization_id, member_id',
  columns: `
    member_id uuid not null,
    token_hash bytea not null,
    created_at timestamptz not null default now(),
    unique (organization_id, token_hash),
    ${foreignKey('member_id', 'member', 'cascade')}`,
  indexes: ['token_hash'],
  readableWhen: `token_hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex')`,
});
