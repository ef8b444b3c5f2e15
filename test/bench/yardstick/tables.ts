import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { workload } from './workload.js';

/** Plain tables as somebody would make them who writes the calculation in SQL. */
const tables = `
  drop schema if exists yardstick cascade;
  create schema yardstick;
  set search_path = yardstick;
  create table reps (id int primary key, manager_id int not null);
  create table quotas (rep_id int, quarter smallint, amount bigint not null, primary key (rep_id, quarter));
  create table deals (id bigint primary key, external_id text not null, rep_id int not null,
    closed_on date not null, amount bigint not null, product smallint not null, region smallint not null);
  create table deal_splits (deal_id bigint, pos smallint, rep_id int not null, bp int not null, primary key (deal_id, pos));
  create table earning_lines (deal_id bigint not null, rep_id int not null, tier smallint not null,
    quarter smallint not null, credited bigint not null, amount bigint not null,
    primary key (rep_id, quarter, deal_id, tier));
  create table statements (payee_id int, quarter smallint, credited bigint not null, gross bigint not null,
    cap_adjustment bigint not null, override bigint not null, payable bigint not null, primary key (payee_id, quarter));
  create table standings (quarter smallint, rep_id int, credited bigint not null, rank int not null,
    primary key (quarter, rep_id))`;

function* lines(rows: readonly (readonly (string | number)[])[]): Generator<string> {
  for (let i = 0; i < rows.length; i += 5_000)
    yield `${rows
      .slice(i, i + 5_000)
      .map((row) => row.join('\t'))
      .join('\n')}\n`;
}

/** Makes the tables of the yardstick and fills them with so many deals. */
export async function fillYardstick(client: pg.Client, dealCount: number): Promise<void> {
  const { reps, quotas, deals, splits } = workload(dealCount);
  const put = (table: string, rows: readonly (readonly (string | number)[])[]) =>
    pipeline(Readable.from(lines(rows)), client.query(from(`copy ${table} from stdin`)));
  await client.query(tables);
  await put(
    'reps',
    Array.from({ length: reps }, (_, i) => [i + 1, reps + 1 + Math.floor(i / 10)]),
  );
  await put('quotas', quotas);
  const day = Array.from({ length: 365 }, (_, i) =>
    new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10),
  );
  await put(
    'deals',
    deals.map(([id, rep, on, ...rest]) => [
      id,
      `CRM-${String(id).padStart(9, '0')}`,
      rep,
      day[on]!,
      ...rest,
    ]),
  );
  await put('deal_splits', splits);
  await client.query(
    `create index on deals (rep_id, closed_on); create index on deal_splits (rep_id)`,
  );
  await client.query(`vacuum analyze`);
}
