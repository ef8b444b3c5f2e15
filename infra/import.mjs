import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const help = `Brings a CSV file into a running Laurel, as the browser does.

  npm run import -- deals.csv --kind deal --token TOKEN

  --kind KIND        person, product, account, deal, quota, exchangeRate, payment or score
  --token TOKEN      an API token with the scopes read and write (or LAUREL_TOKEN)
  --url URL          where Laurel runs (default http://127.0.0.1:4000)
  --map COLUMN=FIELD[:FORMAT]   use a column for a field, when the guess is wrong; FIELD empty leaves it out
  --value KIND:VALUE=NAME       remember what a value means, e.g. product:GTXPro="GTX Pro"
  --use-suggestions  map unknown people, products and accounts to what they are most like
  --dry-run          only check the file
  --help             this text

Exit code: 0 when all rows came in, 2 when some were rejected, 1 when nothing was imported.`;

const options = {
  kind: { type: 'string' },
  token: { type: 'string', default: process.env.LAUREL_TOKEN },
  url: { type: 'string', default: 'http://127.0.0.1:4000' },
  map: { type: 'string', multiple: true, default: [] },
  value: { type: 'string', multiple: true, default: [] },
  'use-suggestions': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

const pollMs = 250;
const shownRejections = 200;
const fields = `id status problem rowCount processedCount createdCount updatedCount unchangedCount rejectedCount
  layout { columns { name field format formats ambiguous } }
  unknowns { kind value count suggestionId suggestionName }`;

class Refused extends Error {}

/** The two routes of the API that an import needs. */
class Laurel {
  constructor(url, token) {
    this.url = url.replace(/\/$/, '');
    this.headers = { authorization: `Bearer ${token}` };
  }

  async upload(file, kind) {
    const query = new URLSearchParams({ kind, name: path.basename(file) });
    const response = await fetch(`${this.url}/files?${query}`, {
      method: 'POST',
      headers: { ...this.headers, 'x-laurel': '1', 'content-type': 'application/octet-stream' },
      body: await openAsBlob(file),
    });
    const answer = await response.json();
    if (!response.ok) throw new Refused(answer.message);
    return answer.importId;
  }

  async ask(query, variables) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { ...this.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Refused(reasonOf(errors[0]));
    return data;
  }

  async find(id) {
    return (await this.ask(`query ($id: ID!) { import(id: $id) { ${fields} } }`, { id })).import;
  }

  /** Waits, telling how far it is, until the import leaves the given state. */
  async until(id, state) {
    for (;;) {
      const found = await this.find(id);
      tellProgress(found);
      if (found.status === 'failed') throw new Refused(found.problem);
      if (found.status !== state) return found;
      await setTimeout(pollMs);
    }
  }
}

const reasonOf = ({ message, extensions }) =>
  [message, ...(extensions?.problems ?? []).slice(1).map((problem) => problem.message)].join('\n');

function tellProgress({ status, processedCount, rowCount }) {
  if (!process.stdout.isTTY) return;
  const of = rowCount ? ` of ${rowCount}` : '';
  process.stdout.write(`\r${status}: ${processedCount}${of} rows  `);
  if (status !== 'checking' && status !== 'running') process.stdout.write('\n');
}

/** The guessed columns, with the wishes of the command line put over them. */
function columnsOf({ columns }, wishes) {
  const wished = new Map(wishes.map(parseWish));
  for (const name of wished.keys())
    if (!columns.some((column) => column.name === name))
      throw new Refused(`The file has no column “${name}”.`);
  const taken = new Set([...wished.values()].map(({ field }) => field));
  return columns.map(({ name, field, format, ambiguous }) => {
    const guess = { field: taken.has(field) ? null : field, format: ambiguous ? null : format };
    return { column: name, ...(wished.get(name) ?? guess) };
  });
}

function parseWish(text) {
  const [, column, field, format] = /^(.+)=([^:]*)(?::(.+))?$/.exec(text) ?? [];
  if (!column) throw new Refused(`--map needs COLUMN=FIELD, not “${text}”.`);
  return [column, { field: field || null, format: format ?? null }];
}

/** Finds what the values of the command line shall mean. */
async function valuesOf(laurel, wishes) {
  return Promise.all(
    wishes.map(async (text) => {
      const [, kind, value, name] = /^(member|product|account):(.+?)=(.+)$/.exec(text) ?? [];
      if (!kind) throw new Refused(`--value needs KIND:VALUE=NAME, not “${text}”.`);
      const query = `query ($kind: String!, $search: String) { importTargets(kind: $kind, search: $search) { id name } }`;
      const { importTargets } = await laurel.ask(query, { kind, search: name });
      const target = importTargets.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!target) throw new Refused(`There is no ${kind} named “${name}”.`);
      return { kind, value, targetId: target.id };
    }),
  );
}

const suggestionsOf = ({ unknowns }) =>
  unknowns
    .filter(({ suggestionId }) => suggestionId)
    .map(({ kind, value, suggestionId }) => ({ kind, value, targetId: suggestionId }));

/** Maps and checks; with suggestions taken, a second time. */
async function check(laurel, id, { map, value, 'use-suggestions': suggested }) {
  const columns = columnsOf((await laurel.find(id)).layout, map);
  const mutation = `mutation ($id: ID!, $columns: [ImportColumnInput!]!, $values: [ImportValueInput!]) {
    mapImport(id: $id, columns: $columns, values: $values) { id } }`;
  await laurel.ask(mutation, { id, columns, values: await valuesOf(laurel, value) });
  const checked = await laurel.until(id, 'checking');
  const values = suggestionsOf(checked);
  if (!suggested || !values.length) return checked;
  await laurel.ask(mutation, { id, columns, values });
  return laurel.until(id, 'checking');
}

async function printRejections(laurel, { id, rejectedCount, unknowns }) {
  for (const { kind, value, count, suggestionName } of unknowns)
    console.error(
      `unknown ${kind} “${value}” (${count} rows)${suggestionName ? `; did you mean “${suggestionName}”?` : ''}`,
    );
  if (!rejectedCount) return;
  const query = `query ($id: ID!, $first: Int!) {
    importRejections(importId: $id, page: { first: $first, offset: 0 }) { total rows { row field reason } } }`;
  const { importRejections } = await laurel.ask(query, { id, first: shownRejections });
  for (const { row, field, reason } of importRejections.rows)
    console.error(`line ${row}, ${field}: ${reason}`);
  if (importRejections.total > shownRejections)
    console.error(
      `… and ${importRejections.total - shownRejections} more: ${laurel.url}/imports/${id}/rejections.csv`,
    );
}

const summary = ({ createdCount, updatedCount, unchangedCount, rejectedCount }) =>
  `${createdCount} created, ${updatedCount} updated, ${unchangedCount} unchanged, ${rejectedCount} rejected`;

async function run(file, { kind, token, url, 'dry-run': dryRun, ...wishes }) {
  if (!file || !kind || !token) throw new Refused(help);
  const laurel = new Laurel(url, token);
  const id = await laurel.upload(file, kind);
  const checked = await check(laurel, id, wishes);
  await printRejections(laurel, checked);
  if (dryRun) {
    console.log(`dry run: ${summary(checked)}`);
    return checked.rejectedCount ? 2 : 0;
  }
  await laurel.ask(`mutation ($id: ID!) { commitImport(id: $id) { id } }`, { id });
  const done = await laurel.until(id, 'running');
  console.log(`imported: ${summary(done)}`);
  return done.rejectedCount ? 2 : 0;
}

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help) console.log(help);
  else process.exitCode = await run(positionals[0], values);
} catch (error) {
  console.error(
    (error.cause?.code ?? error.code)
      ? `${error.message} (${error.cause?.code ?? error.code})`
      : error.message,
  );
  process.exitCode = 1;
}
