export const appRole = 'laurel_app';

/** Asked once a statement: as a bare call it would be asked again for each row that is looked at. */
const ofTenant = 'organization_id = (select current_organization())';

/** Shows an organisation its own rows of a table, and takes none of another. */
export const tenantRule = `using (${ofTenant}) with check (${ofTenant})`;

type TenantTable = {
  /** Columns of the primary key; default: organization_id and a generated uuid `id`. */
  key?: string;
  columns: string;
  indexes?: string[];
  /** Who holds this secret may read the row before the tenant is known: sign-in, tokens, reconciler. */
  readableWhen?: string;
};

/**
 * SQL for a table that only its own organisation can see: the tenant leads every key, row level
 * security is on even for the owner, and the app role gets rows but never the table.
 */
export function tenantTable(
  name: string,
  { key, columns, indexes = [], readableWhen }: TenantTable,
): string {
  const id = key === undefined ? 'id uuid not null default gen_random_uuid(),' : '';
  const organization =
    name === 'organization'
      ? 'organization_id uuid not null default current_organization()'
      : 'organization_id uuid not null default current_organization() references organization (organization_id)';
  const door = readableWhen
    ? `create policy ${name}_door on ${name} for select using (${readableWhen});`
    : '';
  return `
    create table ${name} (${organization}, ${id} ${columns}, primary key (${key ?? 'organization_id, id'}));
    ${indexes.map((on) => `create index on ${name} (${on});`).join('\n')}
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy ${name}_tenant on ${name} ${tenantRule};
    ${door}
    grant select, insert, update, delete on ${name} to ${appRole};`;
}

/** A reference that can only point inside the same organisation. */
export const foreignKey = (column: string, table: string, onDelete = '', target = 'id') =>
  `foreign key (organization_id, ${column}) references ${table} (organization_id, ${target})${onDelete && ` on delete ${onDelete}`}`;
