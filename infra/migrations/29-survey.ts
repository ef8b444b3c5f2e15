import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/**
 * Surveys. Who has been asked and has answered stands in tickets; what was answered in sheets, which name nobody
 * and are sealed until the wave closes. No key, time or number leads from the one to the other.
 */
export class Survey1795000000029 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...people, ...asked, ...answered, ...told]) await db.query(statement);
    await db.query(
      `revoke update on survey_answer, survey_comment, survey_result, survey_reply from ${appRole};
       revoke delete on survey_answer, survey_comment, survey_result, survey_reply from ${appRole}`,
    );
  }

  async down(): Promise<void> {
    throw new Error('What people have answered cannot be asked again: restore a backup instead.');
  }
}

const secretDoor = (column: string) =>
  `${column} = decode(nullif(current_setting('app.token_hash', true), ''), 'hex')`;

const people = [
  `alter table member add region text, add time_zone text, add hr boolean not null default false`,
];

const asked = [
  tenantTable('survey_question', {
    columns: `
      key text not null,
      number integer not null default 1,
      kind text not null check (kind in ('zeroToTen', 'oneToTen', 'agreement', 'choice', 'text')),
      driver text,
      positive boolean not null default true,
      text jsonb not null,
      options jsonb not null default '[]',
      retired boolean not null default false,
      unique (organization_id, key, number)`,
  }),
  tenantTable('survey', {
    columns: `
      name text not null,
      status text not null default 'draft' check (status in ('draft', 'running', 'ended')),
      cadence text not null check (cadence in ('once', 'weekly', 'twoWeekly', 'monthly', 'quarterly')),
      anchor date not null,
      hour smallint not null default 9 check (hour between 0 and 23),
      open_days smallint not null default 5 check (open_days between 1 and 60),
      question_ids uuid[] not null,
      question_count smallint not null default 10 check (question_count between 1 and 10),
      audience jsonb not null default '{}',
      score_threshold smallint not null default 5 check (score_threshold >= 3),
      comment_threshold smallint not null default 10 check (comment_threshold >= 2 * score_threshold),
      wait_for_share boolean not null default true,
      created_by uuid,
      created_at timestamptz not null default now(),
      ${foreignKey('created_by', 'member')}`,
  }),
  tenantTable('survey_wave', {
    columns: `
      survey_id uuid not null,
      number integer not null,
      status text not null default 'open' check (status in ('open', 'closed', 'shared')),
      opens_on date not null,
      closes_on date not null check (closes_on > opens_on),
      question_ids uuid[] not null,
      score_threshold smallint not null check (score_threshold >= 3),
      comment_threshold smallint not null check (comment_threshold >= 2 * score_threshold),
      groups jsonb not null,
      invited integer not null,
      heard text,
      unique (organization_id, survey_id, number),
      ${foreignKey('survey_id', 'survey')}`,
  }),
  // Thresholds are part of what people were promised when they were asked.
  `create function survey_wave_frozen() returns trigger language plpgsql as $$
   begin
     if (new.score_threshold, new.comment_threshold, new.groups, new.invited, new.question_ids)
        is distinct from (old.score_threshold, old.comment_threshold, old.groups, old.invited, old.question_ids)
     then raise exception 'What a wave promised cannot change.' using errcode = 'insufficient_privilege';
     end if;
     return new;
   end $$`,
  `create trigger survey_wave_frozen before update on survey_wave
   for each row execute function survey_wave_frozen()`,
];

const answered = [
  tenantTable('survey_ticket', {
    columns: `
      wave_id uuid not null,
      member_id uuid not null,
      token_hash bytea not null,
      groups text[] not null,
      receipt bytea,
      unique (organization_id, wave_id, member_id),
      unique (organization_id, token_hash),
      ${foreignKey('wave_id', 'survey_wave')},
      ${foreignKey('member_id', 'member', 'cascade')}`,
    indexes: ['token_hash', 'organization_id, member_id'],
    readableWhen: secretDoor('token_hash'),
  }),
  tenantTable('survey_sheet', {
    key: 'organization_id, wave_id, key',
    columns: `
      wave_id uuid not null,
      key bytea not null,
      sealed bytea not null,
      ${foreignKey('wave_id', 'survey_wave')}`,
  }),
  tenantTable('survey_answer', {
    columns: `
      wave_id uuid not null,
      question_id uuid not null,
      value smallint not null,
      ${foreignKey('wave_id', 'survey_wave')},
      ${foreignKey('question_id', 'survey_question')}`,
    indexes: ['organization_id, wave_id, question_id'],
  }),
  tenantTable('survey_comment', {
    columns: `
      wave_id uuid not null,
      question_id uuid not null,
      group_id text not null,
      text text not null,
      mailbox bytea,
      ${foreignKey('wave_id', 'survey_wave')},
      ${foreignKey('question_id', 'survey_question')}`,
    indexes: ['organization_id, wave_id', 'mailbox'],
    readableWhen: secretDoor('mailbox'),
  }),
];

const told = [
  tenantTable('survey_result', {
    key: 'organization_id, wave_id, item, group_id',
    columns: `
      wave_id uuid not null,
      item text not null,
      group_id text not null,
      people integer not null,
      counts integer[] not null default '{}',
      mean text,
      correlation numeric,
      ${foreignKey('wave_id', 'survey_wave')}`,
  }),
  tenantTable('survey_reply', {
    columns: `
      comment_id uuid not null,
      text text not null,
      written_on date not null,
      ${foreignKey('comment_id', 'survey_comment')}`,
    indexes: ['organization_id, comment_id'],
  }),
  tenantTable('survey_action', {
    columns: `
      survey_id uuid not null,
      wave_id uuid not null,
      group_id text not null,
      text text not null,
      owner_id uuid not null,
      due_on date not null,
      done_on date,
      ${foreignKey('survey_id', 'survey')},
      ${foreignKey('wave_id', 'survey_wave')},
      ${foreignKey('owner_id', 'member')}`,
    indexes: ['organization_id, survey_id'],
  }),
];
