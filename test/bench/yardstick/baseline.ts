import pg from 'pg';

/**
 * The same calculation written in SQL by hand, as fast as we could make it: two connections take half a year
 * each, write new tables without keys, build the keys at the end and swap. Sums of whole numbers below 2^53 are
 * exact as float8, and cheaper than numeric.
 */
export const lines = (from: string, to: string) => `
  select deal_id, rep_id, tier::smallint, quarter, part,
    worth / 10000 + (worth % 10000 > 5000 or (worth % 10000 = 5000 and worth / 10000 % 2 = 1))::int
  from (
    select deal_id, rep_id, quarter, tier, part,
      part * factor * case tier when 1 then 4 when 2 then 6 when 3 then 9 else 12 end as worth
    from (
      select deal_id, rep_id, quarter, tier, factor,
        least(after, case when tier < 4 then half * tier else after end)
          - greatest(after - amount, half * (tier - 1)) as part
      from (
        select ordered.*, half, generate_series(
          least(4, 1 + (after - amount) / half), least(4, 1 + (after - 1) / half)) as tier
        from (
          select *, (sum(amount::float8) over (
            partition by rep_id, quarter order by closed_on, deal_id rows unbounded preceding))::bigint as after
          from (
            select deals.id as deal_id, coalesce(shared.rep_id, deals.rep_id) as rep_id, closed_on,
              coalesce(shared.amount, deals.amount) as amount, extract(quarter from closed_on)::smallint as quarter,
              case when product % 4 = 0 then 125 else 100 end as factor
            from deals
            left join (
              select deal_id, rep_id,
                least + (row_number() over (partition by deal_id order by rest desc, pos) <= amount - given)::int as amount
              from (
                select deal_id, pos, deal_splits.rep_id, amount, amount * bp / 10000 as least, amount * bp % 10000 as rest,
                  (sum((amount * bp / 10000)::float8) over (partition by deal_id))::bigint as given
                from deal_splits join deals on id = deal_id and closed_on between '${from}' and '${to}') parts
            ) shared on shared.deal_id = deals.id
            where closed_on between '${from}' and '${to}'
          ) credit
        ) ordered
        join (select rep_id, quarter, amount / 2 as half from quotas) quota using (rep_id, quarter)
      ) touched
    ) cut
  ) priced`;

const heads = (first: number, last: number) => `
  with total as materialized (
    select rep_id, quarter, quotas.amount / 2 as cap, coalesce(credited, 0) as credited, coalesce(gross, 0) as gross
    from quotas left join (
      select rep_id, quarter, sum(credited)::bigint as credited, sum(amount)::bigint as gross
      from earning_lines_new where quarter between ${first} and ${last} group by 1, 2) paid using (rep_id, quarter)
    where quarter between ${first} and ${last}
  ), own as (
    insert into statements_new
    select rep_id, quarter, credited, gross, least(0, cap - gross), 0, least(gross, cap) from total
  ), managers as (
    insert into statements_new
    select manager_id, quarter, credited, 0, 0, pay, pay from (
      select manager_id, quarter, credited,
        credited / 100 + (credited % 100 > 50 or (credited % 100 = 50 and credited / 100 % 2 = 1))::int as pay
      from (select manager_id, quarter, sum(credited)::bigint as credited
            from total join reps on id = rep_id group by 1, 2) team) priced
  )
  insert into standings_new
  select quarter, rep_id, credited, rank() over (partition by quarter order by credited desc) from total`;

const newTables = ['earning_lines', 'statements', 'standings']
  .map((table) => `create table ${table}_new (like ${table})`)
  .join(';');

const keys = {
  earning_lines: 'rep_id, quarter, deal_id, tier',
  statements: 'payee_id, quarter',
  standings: 'quarter, rep_id',
};
const swap = Object.entries(keys)
  .map(
    ([table, key]) => `alter table ${table}_new add primary key (${key}); drop table ${table};
      alter table ${table}_new rename to ${table}; alter index ${table}_new_pkey rename to ${table}_pkey`,
  )
  .join(';');

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `set search_path = yardstick; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  );
  return client;
}

/** From connecting to the commit that shows the new rows. */
export async function recalculateInSql(url: string): Promise<void> {
  const [first, second] = await Promise.all([connect(url), connect(url)]);
  const half = async (client: pg.Client, days: [string, string], quarters: [number, number]) => {
    await client.query(`insert into earning_lines_new ${lines(...days)}`);
    await client.query(heads(...quarters));
  };
  await first.query(newTables);
  await Promise.all([
    half(first, ['2025-01-01', '2025-06-30'], [1, 2]),
    half(second, ['2025-07-01', '2025-12-31'], [3, 4]),
  ]);
  await first.query(`begin; ${swap}; commit`);
  await Promise.all([first.end(), second.end()]);
}
