import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, tenantTable } from './tenant-table.js';

/** Who changed what: rows that nobody may alter, each sealed with the seal of the one before. */
export class Audit1795000000006 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [trail, hash, chain, appendOnly, shown, gather])
      await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('An audit trail cannot be undone: restore a backup instead.');
  }
}

const trail = `
  ${tenantTable('audit', {
    key: 'organization_id, sequence',
    columns: `
      sequence bigint not null,
      at timestamptz not null,
      actor_id uuid,
      token_id uuid,
      action text not null,
      object text,
      object_ids text[] not null default '{}',
      before jsonb,
      after jsonb,
      counts jsonb not null default '{}',
      outcome text not null check (outcome in ('done', 'refused')),
      problem text,
      request_id text,
      previous_hash bytea not null,
      hash bytea not null`,
    indexes: ['organization_id, actor_id, sequence', 'organization_id, action, sequence'],
  })}
  create index on audit using gin (object_ids);
  revoke update, delete on audit from ${appRole}`;

/**
 * SHA-256 over every field of a row, each as its length in bytes, a colon and its text; what is empty
 * is a single minus. infra/audit.mjs computes the same without the database's help.
 */
const hash = `
  create function audit_hash(entry audit) returns bytea language sql stable as $$
    select sha256(convert_to(string_agg(
      coalesce(octet_length(field) || ':' || field, '-'), '' order by position), 'UTF8'))
    from unnest(array[
      entry.organization_id::text, entry.sequence::text,
      (extract(epoch from entry.at) * 1000000)::bigint::text,
      entry.actor_id::text, entry.token_id::text, entry.action, entry.object,
      to_json(entry.object_ids)::text, entry.before::text, entry.after::text, entry.counts::text,
      entry.outcome, entry.problem, entry.request_id, encode(entry.previous_hash, 'hex')
    ]) with ordinality as part (field, position)
  $$`;

/** Numbers and seals a new row, whatever its writer gave; one at a time in each organisation. */
const chain = `
  create function audit_chain() returns trigger language plpgsql as $$
  declare
    last record;
  begin
    perform pg_advisory_xact_lock(hashtextextended('audit ' || new.organization_id, 0));
    select sequence, hash into last from audit
      where organization_id = new.organization_id order by sequence desc limit 1;
    new.sequence := coalesce(last.sequence, 0) + 1;
    new.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
    new.at := clock_timestamp();
    new.hash := audit_hash(new);
    return new;
  end $$;
  create trigger audit_chain before insert on audit for each row execute function audit_chain()`;

/** Holds also when somebody is granted more than they should be. */
const appendOnly = `
  create function audit_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'The audit trail takes new rows only.' using errcode = 'insufficient_privilege';
  end $$;
  create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_append_only()`;

/** A value as the trail may tell it: numbers as exact text, and of secrets only that they are there. */
const shown = `
  create function audit_shown(name text, value jsonb) returns jsonb language plpgsql immutable as $$
  begin
    if coalesce(value, 'null') = 'null' then return 'null'; end if;
    if name ~* 'password|secret|token|note|answer' then return '"•••"'; end if;
    if name = 'attributes' and jsonb_typeof(value) = 'object' then
      return (select jsonb_object_agg(key, audit_shown(key, part)) from jsonb_each(value) as each (key, part));
    end if;
    if jsonb_typeof(value) = 'number' then return to_jsonb(value #>> '{}'); end if;
    return value;
  end $$`;

/** Bytes of changes that a transaction notes in full; of what comes after them only the count is kept. */
const mostBytes = 65_536;

/** Columns that change without anybody's will, where somebody was, and what a file holds. */
const unnoted = [
  'organization_id',
  'id',
  'created_at',
  'version',
  'updated_at',
  'seen_at',
  'used_at',
  'address',
  'agent',
  'layout',
  'findings',
];

/** Columns told beside the changed ones: whose row it is, and what its amounts are in. */
const naming = ['name', 'external_id', 'member_id', 'payee_id', 'period', 'currency'];

/**
 * Notes a changed row in settings of the transaction, for the audit row written at its end. The
 * argument names the table's key columns.
 */
const gather = `
  create function audit_gather() returns trigger language plpgsql as $$
  declare
    was jsonb := to_jsonb(old);
    becomes jsonb := to_jsonb(new);
    noted text := coalesce(current_setting('app.audit_changes', true), '');
    counts jsonb := coalesce(nullif(current_setting('app.audit_counts', true), ''), '{}');
    change record;
  begin
    select jsonb_object_agg(key, audit_shown(key, was -> key)) as before,
      jsonb_object_agg(key, audit_shown(key, becomes -> key)) as after,
      bool_or(was -> key is distinct from becomes -> key) as real into change
    from jsonb_object_keys(coalesce(becomes, was)) as key
    where (coalesce(was -> key, 'null') <> coalesce(becomes -> key, 'null') or key = any ('{${naming.join()}}'))
      and key <> all ('{${unnoted.join()}}');
    if not coalesce(change.real, false) then return null; end if;
    counts := counts || jsonb_build_object(tg_table_name, coalesce((counts ->> tg_table_name)::int, 0) + 1);
    perform set_config('app.audit_counts', counts::text, true);
    if octet_length(noted) < ${mostBytes} then
      perform set_config('app.audit_changes', noted || case noted when '' then '' else ',' end || jsonb_build_object(
        'table', tg_table_name,
        'key', (select string_agg(coalesce(becomes, was) ->> part, '|' order by position)
                from unnest(string_to_array(tg_argv[0], ',')) with ordinality as parts (part, position)),
        'before', case when was is not null then change.before end,
        'after', case when becomes is not null then change.after end)::text, true);
    end if;
    return null;
  end $$`;
