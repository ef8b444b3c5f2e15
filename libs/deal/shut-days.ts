import { Problem } from '@laurel/shared';
import type { EntityManager } from 'typeorm';

/** Refuses to take an import back that counts in a period which is not open; the periods are held meanwhile. */
export async function refuseShutDays(tx: EntityManager, days: readonly string[]): Promise<void> {
  const held: { name: string; status: string }[] = await tx.query(
    `select name, status from period
     where exists (select from unnest($1::date[]) as day where day >= from_day and day < to_day)
     order by name for share`,
    [[...new Set(days)]],
  );
  const shut = held.find(({ status }) => status !== 'open');
  if (shut)
    throw new Problem(
      'PERIOD_LOCKED',
      `The period ${shut.name} is ${shut.status}, so the import can no longer be undone.`,
      { period: shut.name },
    );
}
