import type { Browser } from './client.js';

export type Import = {
  id: string;
  status: string;
  problem: string | null;
  layout: { columns: Column[] } | null;
  unknowns: { kind: string; value: string; suggestionId: string | null }[];
  rowCount: number;
  createdCount: number;
  updatedCount: number;
  unchangedCount: number;
  rejectedCount: number;
};
type Column = { name: string; field: string | null; format: string | null };
export type Choice = { column: string; field: string | null; format: string | null };
export type ValueChoice = { kind: string; value: string; targetId: string | null };

const fields = `id status problem rowCount createdCount updatedCount unchangedCount rejectedCount
  unknowns { kind value suggestionId } layout { columns { name field format } }`;
const pollMs = 100;

/** Sends a file as the browser does; the answer is the id of its import. */
export async function upload(
  browser: Browser,
  kind: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> {
  const response = await browser.fetch(`/files?${new URLSearchParams({ kind, name })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: content as string,
  });
  const { importId, ...problem } = (await response.json()) as { importId?: string };
  if (!importId) throw new Error(`${response.status} ${JSON.stringify(problem)}`);
  return importId;
}

/** Asks for the import until it stands where it is wanted; a failed one is an error. */
export async function awaitImport(
  browser: Browser,
  id: string,
  wanted: string,
  withinMs = 120_000,
): Promise<Import> {
  const until = Date.now() + withinMs;
  let status = '';
  while (Date.now() < until) {
    const { import: found } = await browser.ask<{ import: Import }>(
      `query ($id: ID!) { import(id: $id) { ${fields} } }`,
      { id },
    );
    if (found.status === wanted) return found;
    if (found.status === 'failed') throw new Error(`The import failed: ${found.problem}`);
    status = found.status;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error(`The import is ${status} and not ${wanted}.`);
}

/** Says what columns and names mean, and waits for the trial run. */
export async function mapImport(
  browser: Browser,
  id: string,
  columns: readonly Choice[],
  values: readonly ValueChoice[] | null = null,
): Promise<Import> {
  await browser.ask(
    `mutation ($id: ID!, $columns: [ImportColumnInput!]!, $values: [ImportValueInput!]) {
       mapImport(id: $id, columns: $columns, values: $values) { id } }`,
    { id, columns, values },
  );
  return awaitImport(browser, id, 'checked');
}

export async function commitImport(browser: Browser, id: string): Promise<Import> {
  await browser.ask(`mutation ($id: ID!) { commitImport(id: $id) { id } }`, { id });
  return awaitImport(browser, id, 'done');
}

/** Uploads, takes the guessed columns (or those given), maps unknown names as suggested, and commits. */
export async function importFile(
  browser: Browser,
  kind: string,
  name: string,
  content: string | Uint8Array,
  given: Record<string, string | null> = {},
): Promise<Import> {
  const id = await upload(browser, kind, name, content);
  const { layout } = await awaitImport(browser, id, 'read');
  const columns = layout!.columns.map(({ name: column, field, format }) =>
    column in given ? { column, field: given[column] ?? null, format } : { column, field, format },
  );
  const checked = await mapImport(browser, id, columns);
  const values = checked.unknowns.map(({ kind: of, value, suggestionId }) => ({
    kind: of,
    value,
    targetId: suggestionId,
  }));
  if (values.length) await mapImport(browser, id, columns, values);
  return commitImport(browser, id);
}
