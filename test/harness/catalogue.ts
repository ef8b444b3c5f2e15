import type pg from 'pg';

/** Tables without a tenant, each with the reason why it may be. */
const withoutTenant: Record<string, string> = {
  migrations: 'the schema versions; the app role may not read it',
  installation: 'what is true of the whole server, such as that its demo exists',
  rate_limit: 'counts of sign-in attempts under hashed keys',
};

/** Policies that let a row be read by the secret it holds, before its tenant is known. */
const doors = [
  'api_token_door',
  'calendar_feed_door',
  'credential_door',
  'invitation_door',
  'outbox_door',
  'session_door',
  'survey_comment_door',
  'survey_ticket_door',
];

/** How PostgreSQL prints the rule of a tenant's rows. */
const ofTenant = '(organization_id = ( SELECT current_organization() AS current_organization))';

/** One complaint a row, in the column `offence`. `$1`: tables without tenant; `$2`: doors. */
const checks = [
  `select 'table ' || relname || ' has no organization_id' as offence
   from tenant_table where not exists (
     select from pg_attribute where attrelid = oid and attname = 'organization_id' and attnotnull)`,
  `select 'table ' || relname || ' does not force row level security' as offence
   from tenant_table where not (relrowsecurity and relforcerowsecurity)`,
  `select 'table ' || relname || ' has no policy for its tenant' as offence
   from tenant_table where not exists (
     select from pg_policies p where p.tablename = relname and p.cmd = 'ALL'
       and p.qual = '${ofTenant}'
       and p.with_check = '${ofTenant}')`,
  `select 'policy ' || policyname || ' opens ' || tablename as offence
   from pg_policies where schemaname = 'public'
     and (qual is distinct from '${ofTenant}')
     and not (policyname = any ($2) and cmd = 'SELECT' and qual like '%current_setting(%')`,
  `select 'unique index ' || index.relname || ' of ' || tenant_table.relname || ' leaves the tenant out' as offence
   from pg_index join tenant_table on tenant_table.oid = indrelid
   join pg_class index on index.oid = indexrelid
   join pg_attribute key on key.attrelid = indrelid and key.attname = 'organization_id'
   where indisunique and not key.attnum = any (indkey)`,
  `select 'table ' || relname || ' has no primary key' as offence
   from tenant_table where not exists (select from pg_index where indrelid = oid and indisprimary)`,
  `select 'foreign key ' || conname || ' leaves the tenant out' as offence
   from pg_constraint join tenant_table source on source.oid = conrelid
   join pg_attribute a on a.attrelid = conrelid and a.attname = 'organization_id'
   join pg_attribute b on b.attrelid = confrelid and b.attname = 'organization_id'
   where contype = 'f'
     and array_position(conkey, a.attnum) is distinct from array_position(confkey, b.attnum)
      or contype = 'f' and not a.attnum = any (conkey)`,
  `select 'the app role has more rights than a role of its kind may' as offence from pg_roles
   where rolname = 'laurel_app' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)`,
  `select 'the app role is a member of ' || roleid::regrole as offence from pg_auth_members
   where member = 'laurel_app'::regrole`,
  `select 'the app role owns ' || objid::regclass::text as offence from pg_shdepend
   where refobjid = 'laurel_app'::regrole and deptype = 'o' and dbid = (
     select oid from pg_database where datname = current_database())`,
  `select 'the app role may ' || privilege_type || ' ' || table_name as offence
   from information_schema.role_table_grants
   where grantee in ('laurel_app', 'PUBLIC') and table_schema = 'public'
     and (privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or table_name = 'migrations')`,
  `select 'the app role may create tables' as offence
   where has_schema_privilege('laurel_app', 'public', 'create')`,
  `select 'function ' || proname || ' runs with its owner''s rights' as offence
   from pg_proc where prosecdef and pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`,
  `select 'materialised view ' || relname as offence from pg_class where relkind = 'm'`,
  `select 'view ' || relname || ' reads with its owner''s rights' as offence from pg_class
   where relkind = 'v' and relnamespace = 'public'::regnamespace
     and not coalesce(reloptions @> '{security_invoker=true}', false)`,
];

const tenantTables = `
  tenant_table as (
    select oid, relname from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relname = any ($1))`;

/** Names of the tables that hold a tenant's rows. */
export async function tenantTableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ relname: string }>(
    `with ${tenantTables} select relname from tenant_table order by relname`,
    [Object.keys(withoutTenant)],
  );
  return rows.map(({ relname }) => relname);
}

/** Everything in the database's own catalogue through which one tenant could reach another. */
export async function catalogueOffences(client: pg.Client): Promise<string[]> {
  const offences: string[] = [];
  for (const check of checks) {
    const { rows } = await client.query<{ offence: string }>(
      `with ${tenantTables.replace('select oid, relname', 'select oid, relname, relrowsecurity, relforcerowsecurity')},
         given as (select $1::text[], $2::text[])
       ${check}`,
      [Object.keys(withoutTenant), doors],
    );
    offences.push(...rows.map(({ offence }) => offence));
  }
  return offences;
}
