import { ask } from '@laurel/shared';
import type { Day, DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import type { AssignedVersion } from './core/index.js';

/** A version of a plan that somebody is assigned to, and what is known of them beside it. */
export type VersionRow = AssignedVersion & {
  id: string;
  payeeId: string;
  payeeCurrency: string;
  hiredOn: Day | null;
  leftOn: Day | null;
};

/** The versions of plans that a payee was assigned to in the range. */
export const assignedVersions = (
  tx: EntityManager,
  payeeIds: readonly string[],
  { from, to }: DayRange,
): Promise<VersionRow[]> =>
  ask(
    tx,
    `select version.id, plan_id as "planId", member_id as "payeeId", number, effective_from as "effectiveFrom",
       from_day as "assignedFrom", least(to_day, left_on) as "assignedTo", member.currency as "payeeCurrency",
       hired_on as "hiredOn", left_on as "leftOn"
     from plan_assignment
     join plan_version version using (organization_id, plan_id)
     join member on member.id = member_id
     where member_id = any($1) and from_day < $3 and effective_from < $3
       and (to_day is null or to_day > $2) and (left_on is null or left_on > $2)`,
    [payeeIds, from, to],
  );

/** Of such versions those of a range that lies within the one they were read for. */
export const assignedIn = (
  versions: readonly VersionRow[],
  { from, to }: DayRange,
): readonly VersionRow[] =>
  versions.filter(
    ({ assignedFrom, assignedTo, effectiveFrom }) =>
      assignedFrom < to && effectiveFrom < to && (assignedTo === null || assignedTo > from),
  );
