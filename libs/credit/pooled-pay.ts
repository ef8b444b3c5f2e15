import { ask } from '@laurel/shared';
import type { EntityManager } from 'typeorm';

/** Somebody's pay may depend on what was credited on the day. */
type PaidFor = { readonly payeeId: string; readonly day: string };

/** Does a version of a plan share the pool of a team? */
export const sharesPool = `document -> 'components' @> '[{"kind":"pool"}]'`;

/** Whoever is, or was, on a plan that shares a pool. */
const poolMembers = `
  select member_id from plan_assignment join plan_version using (organization_id, plan_id) where ${sharesPool}`;

/**
 * Whoever is in a team, as a member, with somebody whose plan shares a pool: what is credited to the mate on these days may count in
 * the pool, which is paid in the currency.
 */
export const poolMates = `
  select plan_assignment.member_id, mate.member_id as mate_id, document ->> 'currency' as currency,
    greatest(mate.from_day, plan_assignment.from_day) as from_day, least(mate.to_day, plan_assignment.to_day) as to_day
  from plan_assignment join plan_version using (organization_id, plan_id)
  join membership mine on mine.member_id = plan_assignment.member_id
  join membership mate on mate.team_id = mine.team_id
  where mine.position = 'member' and mate.position = 'member' and ${sharesPool}`;

/** Those who share a pool with whoever is credited: members of the team that the credited were in on the day. */
export const teammates = (tx: EntityManager, credited: readonly PaidFor[]): Promise<PaidFor[]> =>
  ask(
    tx,
    `select distinct mate.member_id as "payeeId", day
     from unnest($1::uuid[], $2::date[]) as credited (payee_id, day)
     join membership mine on mine.member_id = payee_id and mine.from_day <= day and (mine.to_day is null or mine.to_day > day)
     join membership mate using (team_id)
     where mine.position = 'member' and mate.position = 'member' and mate.member_id in (${poolMembers})`,
    [credited.map(({ payeeId }) => payeeId), credited.map(({ day }) => day)],
  );

/** Everybody who shares a pool. */
export async function poolPayees(tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct member_id as id from (${poolMembers}) pooled`,
  );
  return rows.map(({ id }) => id);
}

/** Their pay of all periods from a day on in which any of them has earned something. */
export const pooledSince = (
  tx: EntityManager,
  from: string,
): Promise<{ payeeId: string; period: string }[]> =>
  tx.query(
    `with pooled as (select distinct member_id from (${poolMembers}) pooled)
     select member_id as "payeeId", name as period
     from pooled, (
       select distinct name from period join earning on period = name join pooled on member_id = payee_id
       where to_day > $1) touched`,
    [from],
  );
