import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { Browser } from './client.js';
import { asOwner } from './database.js';
import type { Dump } from './dump.js';

/** Rows that belong to a period by its name. */
export const periodTables = [
  'earning',
  'balance_movement',
  'statement',
  'standing',
  'award',
  'quota',
] as const;

/** Every row of a locked period, to the byte. */
export const rowsOfPeriod = (url: string, organizationId: string, period: string): Promise<Dump> =>
  asOwner(url, async (client) => {
    const dump: Dump = {};
    for (const table of periodTables) {
      const { rows } = await client.query<{ row: string }>(
        `select ${table}::text as row from ${table} where organization_id = $1 and period = $2 order by 1`,
        [organizationId, period],
      );
      dump[table] = rows.map(({ row }) => row);
    }
    const { rows } = await client.query<{ row: string }>(
      `select credit_entry::text as row from credit_entry join period using (organization_id)
       where organization_id = $1 and name = $2 and posted_period is null
         and credited_on >= from_day and credited_on < to_day order by 1`,
      [organizationId, period],
    );
    dump.credit = rows.map(({ row }) => row);
    return dump;
  });

/** Works in the database with the rights of the app, as one organisation. */
export async function asApp<T>(
  url: string,
  organizationId: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const address = new URL(url);
  const secret = address.password || address.username;
  address.username = 'laurel_app';
  address.password = createHmac('sha256', secret).update('laurel app role').digest('hex');
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId]);
    return await work(client);
  } finally {
    await client.end();
  }
}

export type Status = { name: string; status: string; waiting: number };

export const close = (browser: Browser, name: string, confirmed = true) =>
  browser.send(
    `mutation ($name: String!, $confirmed: Boolean) { closePeriod(period: $name, confirmed: $confirmed) { status } }`,
    { name, confirmed },
  );
export const reopen = (browser: Browser, name: string, reason = 'a deal is missing') =>
  browser.send(
    `mutation ($name: String!, $reason: String!) { reopenPeriod(period: $name, reason: $reason) { status } }`,
    { name, reason },
  );
export const lock = (browser: Browser, name: string) =>
  browser.send(`mutation ($name: String!) { lockPeriod(period: $name) { status } }`, { name });

export const statusOf = async (browser: Browser, name: string): Promise<Status> =>
  (
    await browser.ask<{ period: Status }>(
      `query ($name: String!) { period(name: $name) { name status waiting } }`,
      { name },
    )
  ).period;

export const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.[0]?.extensions.code;
