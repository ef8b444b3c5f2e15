import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

const series = foreignKey('one_on_one_id', 'one_on_one', 'cascade');

/** One-on-ones: what two people agreed on, wrote together, and what each wrote alone (encrypted). */
export class OneOnOne1795000000032 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [agreed, meeting, topic, action, key, note]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What people wrote cannot be dropped: restore a backup instead.');
  }
}

/** One open series for two people. */
const agreed = `
  ${tenantTable('one_on_one', {
    columns: `
      member_id uuid not null,
      partner_id uuid not null,
      rhythm text not null check (rhythm in ('weekly', 'twoWeekly', 'monthly')),
      anchor date not null,
      start_time text not null,
      time_zone text not null,
      minutes integer not null check (minutes between 5 and 480),
      ended_on date,
      check (member_id <> partner_id),
      ${foreignKey('member_id', 'member', 'cascade')},
      ${foreignKey('partner_id', 'member', 'cascade')}`,
    indexes: ['organization_id, member_id', 'organization_id, partner_id'],
  })}
  create unique index on one_on_one
    (organization_id, least(member_id, partner_id), greatest(member_id, partner_id)) where ended_on is null`;

/** Meetings of which something is to be said; the others follow from the series. */
const meeting = tenantTable('one_on_one_meeting', {
  key: 'organization_id, one_on_one_id, number',
  columns: `
    one_on_one_id uuid not null,
    number integer not null check (number >= 0),
    status text not null default 'planned' check (status in ('planned', 'held', 'skipped')),
    day date,
    start_time text,
    skip_note text,
    shared_note text not null default '',
    version integer not null default 0,
    ${series}`,
});

const topic = tenantTable('one_on_one_topic', {
  columns: `
    one_on_one_id uuid not null,
    raised integer not null,
    settled integer,
    author_id uuid not null,
    text text not null,
    version integer not null default 0,
    created_at timestamptz not null default now(),
    ${series},
    ${foreignKey('author_id', 'member', 'cascade')}`,
  indexes: ['organization_id, one_on_one_id, raised'],
});

const action = tenantTable('one_on_one_action', {
  columns: `
    one_on_one_id uuid not null,
    raised integer not null,
    owner_id uuid not null,
    text text not null,
    due_on date,
    done_on date,
    created_at timestamptz not null default now(),
    ${series},
    ${foreignKey('owner_id', 'member', 'cascade')}`,
  indexes: ['organization_id, one_on_one_id, raised'],
});

/** Each author's own key, itself encrypted by a secret that the database never sees. */
const key = tenantTable('note_key', {
  key: 'organization_id, member_id',
  columns: `member_id uuid not null, wrapped bytea not null, ${foreignKey('member_id', 'member', 'cascade')}`,
});

const note = tenantTable('private_note', {
  key: 'organization_id, one_on_one_id, number, author_id',
  columns: `
    one_on_one_id uuid not null,
    number integer not null check (number >= 0),
    author_id uuid not null,
    sealed bytea not null,
    ${series},
    ${foreignKey('author_id', 'member', 'cascade')}`,
});
