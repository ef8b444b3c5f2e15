import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/** Everything a tenant owns: people, deals, credits, pay, standings, and the work that is due. */
export class Foundation1795000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function current_organization() returns uuid language sql stable
        as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$`);
    for (const statement of [
      ...people,
      ...deals,
      ...imports,
      ...pay,
      ...game,
      ...work,
      tries,
      installation,
      today,
    ])
      await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The foundation cannot be undone: restore a backup instead.');
  }
}

const member = (column: string, onDelete = '') => foreignKey(column, 'member', onDelete);

const people = [
  tenantTable('organization', {
    key: 'organization_id',
    columns: `
      name text not null,
      time_zone text not null default 'UTC',
      currency char(3) not null default 'EUR',
      locale text not null default 'en',
      fiscal_year_start_month smallint not null default 1 check (fiscal_year_start_month between 1 and 12),
      created_at timestamptz not null default now()`,
  }),
  tenantTable('member', {
    columns: `
      name text not null,
      email text not null check (email = lower(email)),
      role text not null check (role in ('rep', 'manager', 'finance', 'admin')),
      hired_on date,
      left_on date,
      currency char(3) not null,
      locale text,
      created_at timestamptz not null default now(),
      unique (organization_id, email)`,
  }),
  tenantTable('credential', {
    key: 'organization_id, member_id',
    columns: `
      member_id uuid not null,
      email text not null check (email = lower(email)),
      password_hash text not null,
      created_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      unique (organization_id, email),
      ${member('member_id', 'cascade')}`,
    indexes: ['email'],
    readableWhen: `email = nullif(current_setting('app.sign_in_email', true), '')`,
  }),
  ...['session', 'invitation', 'api_token'].map((name) =>
    tenantTable(name, {
      columns: `
        member_id uuid not null,
        token_hash bytea not null,
        created_at timestamptz not null default now(),
        ${
          {
            session: `seen_at timestamptz not null default now(), expires_at timestamptz not null, address text, agent text,`,
            invitation: `expires_at timestamptz not null, accepted_at timestamptz,`,
            api_token: `name text not null, scopes text[] not null, used_at timestamptz, revoked_at timestamptz,`,
          }[name]
        }
        unique (organization_id, token_hash),
        ${member('member_id', 'cascade')}`,
      indexes: ['token_hash', 'organization_id, member_id'],
      readableWhen: `token_hash = decode(nullif(current_setting('app.token_hash', true), ''), 'hex')`,
    }),
  ),
  tenantTable('team', {
    columns: `
      name text not null,
      parent_id uuid,
      created_at timestamptz not null default now(),
      unique (organization_id, name),
      ${foreignKey('parent_id', 'team')}`,
  }),
  tenantTable('membership', {
    columns: `
      team_id uuid not null,
      member_id uuid not null,
      position text not null check (position in ('member', 'manager')),
      from_day date not null,
      to_day date check (to_day > from_day),
      unique (organization_id, member_id, from_day),
      ${foreignKey('team_id', 'team')},
      ${member('member_id', 'cascade')}`,
    indexes: ['organization_id, team_id'],
  }),
  // Nobody has two open places at once.
  `create unique index on membership (organization_id, member_id) where to_day is null`,
  tenantTable('alias', {
    key: 'organization_id, kind, value',
    columns: `
      kind text not null check (kind in ('member', 'product', 'account')),
      value text not null,
      target_id uuid not null`,
  }),
];

const deals = [
  tenantTable('account', {
    columns: `
      name text not null,
      sector text,
      region text,
      attributes jsonb not null default '{}',
      version integer not null default 1,
      created_at timestamptz not null default now(),
      unique (organization_id, name)`,
  }),
  tenantTable('product', {
    columns: `
      name text not null,
      series text,
      list_price bigint,
      currency char(3),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      unique (organization_id, name)`,
  }),
  tenantTable('deal', {
    columns: `
      external_id text not null,
      name text not null,
      account_id uuid,
      product_id uuid,
      owner_id uuid not null,
      amount bigint not null default 0,
      currency char(3) not null,
      status text not null check (status in ('open', 'won', 'lost')),
      stage text not null,
      created_on date,
      closed_on date,
      region text,
      attributes jsonb not null default '{}',
      version integer not null default 1,
      removed_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (status <> 'won' or closed_on is not null),
      unique (organization_id, external_id),
      ${foreignKey('account_id', 'account')},
      ${foreignKey('product_id', 'product')},
      ${member('owner_id')}`,
    indexes: [
      'organization_id, owner_id, closed_on',
      'organization_id, closed_on',
      'organization_id, status, closed_on',
    ],
  }),
  tenantTable('idempotency', {
    key: 'organization_id, key',
    columns: `
      key text not null,
      body_hash text not null,
      response jsonb,
      created_at timestamptz not null default now()`,
  }),
];

const imports = [
  tenantTable('import', {
    columns: `
      kind text not null check (kind in ('person', 'product', 'account', 'deal', 'quota')),
      file_name text not null,
      byte_count bigint not null default 0,
      status text not null default 'uploaded'
        check (status in ('uploaded', 'read', 'checking', 'checked', 'running', 'done', 'failed', 'undoing', 'undone')),
      layout jsonb,
      mapping jsonb,
      findings jsonb,
      row_count integer not null default 0,
      processed_count integer not null default 0,
      created_count integer not null default 0,
      updated_count integer not null default 0,
      unchanged_count integer not null default 0,
      rejected_count integer not null default 0,
      problem text,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      finished_at timestamptz,
      ${member('created_by')}`,
    indexes: ['organization_id, created_at'],
  }),
  tenantTable('import_chunk', {
    key: 'organization_id, import_id, position',
    columns: `
      import_id uuid not null,
      position integer not null,
      content bytea not null,
      ${foreignKey('import_id', 'import', 'cascade')}`,
  }),
  tenantTable('import_rejection', {
    key: 'organization_id, import_id, row, field',
    columns: `
      import_id uuid not null,
      row integer not null,
      field text not null,
      value text,
      code text not null,
      reason text not null,
      ${foreignKey('import_id', 'import', 'cascade')}`,
  }),
  tenantTable('import_change', {
    key: 'organization_id, import_id, row_id',
    columns: `
      import_id uuid not null,
      row_id uuid not null,
      before jsonb,
      version integer,
      ${foreignKey('import_id', 'import', 'cascade')}`,
  }),
];

const pay = [
  tenantTable('period', {
    key: 'organization_id, name',
    columns: `
      name text not null,
      kind text not null check (kind in ('month', 'quarter', 'year')),
      from_day date not null,
      to_day date not null check (to_day > from_day),
      status text not null default 'open' check (status in ('open', 'closed', 'locked'))`,
  }),
  tenantTable('credit', {
    columns: `
      deal_id uuid not null,
      payee_id uuid not null,
      kind text not null check (kind in ('direct', 'split', 'overlay', 'rollUp')),
      level smallint not null default 0,
      amount bigint not null,
      currency char(3) not null,
      credited_on date not null,
      void boolean not null default false,
      unique (organization_id, deal_id, payee_id, kind),
      ${foreignKey('deal_id', 'deal', 'cascade')},
      ${member('payee_id')}`,
    indexes: ['organization_id, payee_id, credited_on', 'organization_id, credited_on'],
  }),
  tenantTable('quota', {
    columns: `
      member_id uuid not null,
      period text not null,
      amount bigint not null check (amount >= 0),
      currency char(3) not null,
      version integer not null default 1,
      unique (organization_id, member_id, period),
      ${member('member_id', 'cascade')}`,
    indexes: ['organization_id, period'],
  }),
  tenantTable('plan', {
    columns: `
      name text not null,
      created_at timestamptz not null default now(),
      unique (organization_id, name)`,
  }),
  tenantTable('plan_version', {
    columns: `
      plan_id uuid not null,
      number integer not null,
      effective_from date not null,
      document jsonb not null,
      created_by uuid,
      created_at timestamptz not null default now(),
      unique (organization_id, plan_id, number),
      ${foreignKey('plan_id', 'plan')},
      ${member('created_by')}`,
  }),
  tenantTable('plan_assignment', {
    columns: `
      plan_id uuid not null,
      member_id uuid not null,
      from_day date not null,
      to_day date check (to_day > from_day),
      unique (organization_id, plan_id, member_id, from_day),
      ${foreignKey('plan_id', 'plan')},
      ${member('member_id', 'cascade')}`,
    indexes: ['organization_id, member_id'],
  }),
  tenantTable('earning', {
    columns: `
      payee_id uuid not null,
      period text not null,
      position integer not null,
      deal_id uuid,
      credit_id uuid,
      plan_version_id uuid not null,
      component text not null,
      kind text not null,
      tier smallint,
      tier_from numeric,
      tier_to numeric,
      base numeric not null,
      rate numeric not null,
      multiplier numeric not null default 1,
      exact numeric not null,
      amount bigint not null,
      currency char(3) not null,
      rounding text not null,
      credited_before bigint,
      quota bigint,
      ${member('payee_id')},
      ${foreignKey('period', 'period', '', 'name')},
      ${foreignKey('deal_id', 'deal')},
      ${foreignKey('credit_id', 'credit')},
      ${foreignKey('plan_version_id', 'plan_version')}`,
    indexes: [
      'organization_id, payee_id, period, position',
      'organization_id, deal_id',
      'organization_id, credit_id',
    ],
  }),
  tenantTable('statement', {
    columns: `
      payee_id uuid not null,
      period text not null,
      currency char(3) not null,
      credited bigint not null,
      quota bigint,
      earned bigint not null,
      deal_count integer not null,
      line_count integer not null,
      problems jsonb not null default '[]',
      computed_at timestamptz not null default now(),
      unique (organization_id, payee_id, period),
      ${member('payee_id')},
      ${foreignKey('period', 'period', '', 'name')}`,
    indexes: ['organization_id, period'],
  }),
];

const game = [
  tenantTable('standing', {
    key: 'organization_id, period, measure, member_id',
    columns: `
      period text not null,
      measure text not null check (measure in ('credited', 'deals', 'attainment')),
      member_id uuid not null,
      rank integer not null,
      score numeric not null,
      target numeric,
      currency char(3),
      day_start_rank integer,
      as_of_day date not null,
      updated_at timestamptz not null default now(),
      ${member('member_id', 'cascade')}`,
    indexes: ['organization_id, period, measure, rank'],
  }),
  tenantTable('badge', {
    key: 'organization_id, code',
    columns: `
      code text not null,
      version integer not null default 1,
      title jsonb not null,
      description jsonb not null,
      icon text not null,
      criteria jsonb not null,
      enabled boolean not null default true`,
  }),
  tenantTable('award', {
    columns: `
      badge_code text not null,
      badge_version integer not null,
      member_id uuid not null,
      period text not null,
      evidence jsonb not null,
      awarded_at timestamptz not null default now(),
      revoked_at timestamptz,
      reason text,
      unique (organization_id, badge_code, member_id, period),
      ${foreignKey('badge_code', 'badge', '', 'code')},
      ${member('member_id', 'cascade')}`,
    indexes: ['organization_id, member_id'],
  }),
];

/** Tries to sign in, counted across all API processes and tenants; hashes only, nothing about anybody. */
const tries = `
  create table rate_limit (key text primary key, points integer not null default 0, expire double precision);
  grant select, insert, update, delete on rate_limit to ${appRole}`;

/** What is true of this installation and of no organisation, such as: the demo has been made. */
const installation = `
  create table installation (key text primary key, value jsonb not null, created_at timestamptz not null default now());
  grant select, insert, update on installation to ${appRole}`;

/** Today in the organisation's time zone, for everything that counts days. */
const today = `
  create function today() returns date language sql stable
    as $$ select (now() at time zone (select time_zone from organization))::date $$`;

const work = [
  tenantTable('outbox', {
    key: 'organization_id, id',
    columns: `
      id bigint generated always as identity,
      job text not null,
      key text not null,
      data jsonb not null,
      failures integer not null default 0,
      problem text,
      due_at timestamptz not null default now()`,
    indexes: ['organization_id, job, key, id', 'due_at'],
    readableWhen: `current_setting('app.reconciling', true) = 'on'`,
  }),
];
