const tierRate = `case tier when 1 then 4 when 2 then 6 when 3 then 9 else 12 end`;
const halfEven = (worth: string, unit: number) =>
  `${worth} / ${unit} + (${worth} % ${unit} > ${unit / 2} or (${worth} % ${unit} = ${unit / 2} and ${worth} / ${unit} % 2 = 1))::int`;

/** A rep's quarter as lines; the shares of split deals by largest remainder. */
const recalculate = `
  create function recalculate(who int, q smallint) returns void language plpgsql as $$
  declare first date := make_date(2025, q * 3 - 2, 1); last date := make_date(2025, q * 3 - 2, 1) + interval '3 months' - interval '1 day';
    half bigint;
  begin
    select amount / 2 into half from quotas where rep_id = who and quarter = q;
    delete from earning_lines where rep_id = who and quarter = q;
    insert into earning_lines (deal_id, rep_id, tier, quarter, credited, amount)
    select deal_id, who, tier, q, part, ${halfEven('worth', 10_000)}
    from (
      select deal_id, tier, part, part * factor * ${tierRate} as worth
      from (
        select deal_id, tier, factor,
          least(after, case when tier < 4 then half * tier else after end) - greatest(after - amount, half * (tier - 1)) as part
        from (
          select *, (sum(amount) over (order by closed_on, deal_id rows unbounded preceding))::bigint as after
          from (
            select id as deal_id, amount, closed_on, case when product % 4 = 0 then 125 else 100 end as factor
            from deals where rep_id = who and closed_on between first and last
              and not exists (select from deal_splits where deal_id = id)
            union all
            select id, shared.amount, closed_on, case when product % 4 = 0 then 125 else 100 end
            from deal_splits mine join deals on id = mine.deal_id and closed_on between first and last
            cross join lateral (
              select pos, least + (row_number() over (order by rest desc, pos) <= deals.amount - given)::int as amount
              from (select pos, deals.amount * bp / 10000 as least, deals.amount * bp % 10000 as rest,
                      (sum(deals.amount * bp / 10000) over ())::bigint as given
                    from deal_splits where deal_id = deals.id) parts) shared
            where mine.rep_id = who and shared.pos = mine.pos) credit
        ) ordered
        cross join generate_series(1, 4) tier
        where after > half * (tier - 1) and (tier = 4 or after - amount < half * tier)) cut) priced;
  end $$`;

/** Only the ranks between the old and the new score move. */
const shift = `
  create function shift(who int, q smallint, old bigint, new bigint) returns void language plpgsql as $$
  begin
    if new > old then update standings set rank = rank + 1 where quarter = q and credited >= old and credited < new and rep_id <> who;
    else update standings set rank = rank - 1 where quarter = q and credited >= new and credited < old and rep_id <> who; end if;
    update standings set credited = new, rank = coalesce(
        (select min(rank) from standings other where other.quarter = q and other.credited = new and other.rep_id <> who),
        (select other.rank - 1 from standings other where other.quarter = q and other.credited < new and other.rep_id <> who
         order by other.credited desc limit 1),
        (select count(*) from standings other where other.quarter = q))
      where quarter = q and rep_id = who;
  end $$`;

const change = `
  create function change_deal(deal bigint, new_amount bigint) returns int language plpgsql as $$
  declare d deals; q smallint; everybody int[]; who int; c bigint; g bigint; cap bigint; old bigint; leader int;
  begin
    update deals set amount = new_amount where id = deal returning * into d;
    q := extract(quarter from d.closed_on);
    select coalesce(array_agg(rep_id order by rep_id), array[d.rep_id]) into everybody from deal_splits where deal_id = deal;
    foreach who in array everybody loop
      perform recalculate(who, q);
      select coalesce(sum(credited), 0), coalesce(sum(amount), 0) into c, g from earning_lines where rep_id = who and quarter = q;
      select amount / 2 into cap from quotas where rep_id = who and quarter = q;
      select credited into old from statements where payee_id = who and quarter = q;
      update statements set credited = c, gross = g, cap_adjustment = least(0, cap - g), payable = least(g, cap)
        where payee_id = who and quarter = q;
      select manager_id into leader from reps where id = who;
      update statements set credited = credited + c - old where payee_id = leader and quarter = q;
      update statements set override = pay, payable = pay
        from (select ${halfEven('credited', 100)} as pay from statements where payee_id = leader and quarter = q) total
        where payee_id = leader and quarter = q;
      if c <> old then perform shift(who, q, old, c); end if;
    end loop;
    return cardinality(everybody);
  end $$`;

/**
 * The amount of one deal changes, in SQL written by hand: only the quarters of its reps are paid anew, and only ranks
 * that are passed over move. Puts the functions into the yardstick's schema, with the keys they need.
 */
export const changeInSql = [
  recalculate,
  shift,
  change,
  `create index standings_score on standings (quarter, credited)`,
];
