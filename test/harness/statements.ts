import type { Browser } from './client.js';

const pageSize = 200;

type Page<T> = { rows: T[]; total: number };
export type Line = { kind: string; tier: number | null; base: string; amount: string };
export type Statement = {
  payee: { id: string; name: string };
  period: string;
  credited: string;
  attainment: string | null;
  earned: string;
  dealCount: number;
  lines: Line[];
};

/** All pages of a list; the query names it `list`. */
export async function every<T>(
  browser: Browser,
  query: string,
  variables: object = {},
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = { first: pageSize, offset: rows.length };
    const { list } = await browser.ask<{ list: Page<T> }>(query, { ...variables, page });
    rows.push(...list.rows);
    if (rows.length >= list.total) return rows;
  }
}

/** Everybody's statements of some periods with every line. */
export async function readStatements(
  finance: Browser,
  periods: readonly string[],
): Promise<Statement[]> {
  const all: Statement[] = [];
  for (const period of periods) {
    const rows = await every<Omit<Statement, 'period' | 'lines'>>(
      finance,
      `query ($period: String!, $page: PageInput) { list: statements(period: $period, page: $page) {
         rows { payee { id name } credited attainment earned dealCount } total } }`,
      { period },
    );
    for (const row of rows)
      all.push({ ...row, period, lines: await readLines(finance, row.payee.id, period) });
  }
  return all;
}

async function readLines(finance: Browser, id: string, period: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (;;) {
    const { statement } = await finance.ask<{ statement: { lines: Page<Line> } }>(
      `query ($id: ID!, $period: String!, $page: PageInput) { statement(memberId: $id, period: $period) {
         lines(page: $page) { rows { kind tier base amount } total } } }`,
      { id, period, page: { first: pageSize, offset: lines.length } },
    );
    lines.push(...statement.lines.rows);
    if (lines.length >= statement.lines.total) return lines;
  }
}
