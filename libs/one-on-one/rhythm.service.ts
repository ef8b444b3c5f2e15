import { Database, Periods, Problem } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstToCome } from './core/index.js';
import { OneOnOne, type OneOnOneRhythmInput, type PastRhythm } from './one-on-one.entity.js';
import { assertPlan, OneOnOnes } from './one-on-one.service.js';
import { Reminders } from './reminder.service.js';
import { knownMeetings } from './series-rows.js';

/** Gives running series another rhythm, time or zone. */
@Injectable()
export class Rhythms {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly reminders: Reminders,
    private readonly series: OneOnOnes,
  ) {}

  /**
   * From the next meeting on the two meet differently, and both are told by mail. Meetings that are over stay as they
   * were; those to come keep their topics and notes, and stand where the new rhythm puts them.
   */
  change({ oneOnOneId: id, ...next }: OneOnOneRhythmInput): Promise<OneOnOne> {
    assertPlan(next);
    return this.database.transaction(async (tx) => {
      await tx.query(`select from one_on_one where id = $1 for update`, [id]);
      const series = await this.series.open(tx, id);
      const today = await this.periods.today(tx);
      assertToCome(next.anchor, today);
      if (isSame(series, next)) return series;
      const meetings = (await knownMeetings(tx, [series])).get(id) ?? [];
      const first = firstToCome(series, meetings, today);
      await tx.update(OneOnOne, { id }, { ...next, first, past: pastOf(series, first) });
      await planAnew(tx, id, first);
      await this.reminders.plan(tx, id);
      const changed = await this.series.own(tx, id);
      await this.reminders.tellChange(tx, changed);
      return changed;
    });
  }
}

/** The stretches in which somebody met or was to meet. */
function pastOf({ past, ...series }: OneOnOne, first: number): PastRhythm[] {
  const { first: from, rhythm, anchor, time, timeZone, minutes } = series;
  const last = { first: from, rhythm, anchor, time, timeZone, minutes };
  return [...past, last].filter((stretch) => stretch.first < first);
}

/** Meetings to come that were moved or skipped are planned again: their days are others now. */
const planAnew = (tx: EntityManager, id: string, first: number): Promise<unknown> =>
  tx.query(
    `update one_on_one_meeting set status = 'planned', day = null, start_time = null, skip_note = null
     where one_on_one_id = $1 and number >= $2`,
    [id, first],
  );

function assertToCome(anchor: Day, today: Day): void {
  if (anchor < today)
    throw new Problem('BAD_VALUE', 'The next meeting is today or later.', { field: 'anchor' });
}

const isSame = (series: OneOnOne, next: Omit<OneOnOneRhythmInput, 'oneOnOneId'>): boolean =>
  (Object.keys(next) as (keyof typeof next)[]).every((key) => series[key] === next[key]);
