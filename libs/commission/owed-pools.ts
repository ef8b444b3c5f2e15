import { ask, type Outbox } from '@laurel/shared';
import {
  type Calendar,
  type Day,
  type DayRange,
  type PeriodKind,
  periodOf,
  periodRange,
  periodsBetween,
} from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';

/** Days on which somebody shares a pool of a fixed amount: it is owed though nothing is sold. */
type Shared = DayRange & { readonly payeeId: string; readonly kind: PeriodKind };

/** Whose pay, from a day on, up to a day (out). */
type Reach = { payeeIds?: readonly string[] | undefined; from: Day; to?: Day | undefined };

/** The periods that have begun and in which such a pool is owed; those that are to begin are announced as they do. */
export async function owedPools(
  tx: EntityManager,
  outbox: Outbox,
  { payeeIds, from, to }: Reach,
  calendar: Calendar,
): Promise<{ payeeId: string; period: string }[]> {
  const shared = await ask<Shared>(tx, sharedDays, [payeeIds ?? null, from, to ?? null]);
  if (shared.length) await announceNext(tx, outbox, shared, calendar);
  return shared.flatMap(({ payeeId, kind, ...days }) =>
    periodsBetween(days, kind, calendar).map((period) => ({ payeeId, period })),
  );
}

/** When the next period of these kinds begins, unless that is announced already. */
async function announceNext(
  tx: EntityManager,
  outbox: Outbox,
  shared: readonly Shared[],
  calendar: Calendar,
): Promise<void> {
  const [known] = await tx.query(
    `select from outbox where job = 'pool.owed' and due_at > now() and failures = 0`,
  );
  if (known) return;
  const [{ today }]: [{ today: Day }] = await tx.query(`select today()::text as today`);
  const kinds = [...new Set(shared.map(({ kind }) => kind))];
  const next = kinds.map((kind) => periodRange(periodOf(today, kind, calendar), calendar).to);
  const [from] = next.toSorted();
  const [{ at }]: [{ at: Date }] = await tx.query(
    `select $1::date::timestamp at time zone time_zone as at from organization`,
    [from],
  );
  await outbox.emitAt(tx, 'pool.owed', [{ at, data: { from: from! } }]);
}

const sharedDays = `
  select * from (
    select member_id as "payeeId", document ->> 'period' as kind,
      greatest(from_day, effective_from, hired_on, $2::date)::text as "from",
      least(to_day, left_on, today() + 1, $3::date)::text as "to"
    from plan_assignment join plan_version using (organization_id, plan_id) join member on member.id = member_id
    where document @? '$.components[*] ? (@.kind == "pool" && exists(@.amount))'
      and ($1::uuid[] is null or member_id = any($1))) shared
  where "from" < "to"`;
