import { groupBy } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import type { Meeting } from './core/index.js';
import type { OneOnOne } from './one-on-one.entity.js';

/** What is written down of a meeting: also the time that it was moved to. */
export type KnownMeeting = Meeting & { readonly time: string | null };

/** Series of the organisation that fit a condition; one ends at the latest when one of the two leaves. */
export const seriesWhere = (
  tx: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<OneOnOne[]> =>
  tx.query(
    `select series.id, member_id as "memberId", partner_id as "partnerId", rhythm, anchor,
       first_number as "first", past, start_time as "time", series.time_zone as "timeZone", minutes,
       least(ended_on, one.left_on, other.left_on) as "endedOn"
     from one_on_one series join member one on one.id = member_id join member other on other.id = partner_id
     where ${condition}`,
    [...values],
  );

/** What is written down of the meetings of some series, by series. */
export async function knownMeetings(
  tx: EntityManager,
  of: readonly Pick<OneOnOne, 'id'>[],
): Promise<Map<string, KnownMeeting[]>> {
  const rows: (KnownMeeting & { oneOnOneId: string })[] = await tx.query(
    `select one_on_one_id as "oneOnOneId", number, status, day, start_time as "time"
     from one_on_one_meeting where one_on_one_id = any($1) order by number`,
    [of.map(({ id }) => id)],
  );
  return groupBy(rows, ({ oneOnOneId }) => oneOnOneId);
}
