import { connect, lines } from './baseline.js';

/** Computes in SQL what everybody is to be paid together, on two connections, and stores nothing. */
export async function totalInSql(url: string): Promise<number> {
  const halves = [
    ['2025-01-01', '2025-06-30', 1, 2],
    ['2025-07-01', '2025-12-31', 3, 4],
  ] as const;
  const totals = await Promise.all(
    halves.map(async ([from, to, first, last]) => {
      const client = await connect(url);
      const { rows } = await client.query<{ total: string }>(total(from, to, first, last));
      await client.end();
      return Number(rows[0]!.total);
    }),
  );
  return totals.reduce((a, b) => a + b, 0);
}

const total = (from: string, to: string, first: number, last: number) => `
  with paid as materialized (
    select rep_id, quarter, sum(credited)::bigint as credited, sum(pay)::bigint as gross
    from (${lines(from, to)}) line (deal_id, rep_id, tier, quarter, credited, pay) group by 1, 2
  ), team as (
    select manager_id, quarter, sum(credited)::bigint as credited
    from paid join reps on id = rep_id group by 1, 2)
  select
    (select sum(least(gross, amount / 2)) from paid join quotas using (rep_id, quarter)
     where quarter between ${first} and ${last})
    + (select sum(credited / 100 + (credited % 100 > 50 or (credited % 100 = 50 and credited / 100 % 2 = 1))::int)
       from team) as total`;
