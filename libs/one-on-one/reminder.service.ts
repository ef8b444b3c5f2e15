import { Outbox, type JobMap } from '@laurel/shared';
import { addDays, momentOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  nextReminder,
  numberFrom,
  occurrence,
  reminderMoment,
  stretchOf,
  type Reminder,
} from './core/index.js';
import { Letters } from './letter.service.js';
import type { OneOnOne } from './one-on-one.entity.js';
import { knownMeetings, seriesWhere, type KnownMeeting } from './series-rows.js';
import { OneOnOneWish } from './wish.entity.js';

type Due = JobMap['oneOnOne.remind'];

/** How far a meeting may have been moved and its reminder still be looked for, in days. */
const movedAtMost = 60;

/** Reminds each of the two by mail, as they wish, once for each meeting. */
@Injectable()
export class Reminders {
  constructor(
    private readonly letters: Letters,
    private readonly outbox: Outbox,
  ) {}

  /** Plans the next reminder of each of the two anew: call it after whatever moves meetings or wishes. */
  async plan(tx: EntityManager, oneOnOneId: string): Promise<void> {
    const [series] = await seriesWhere(tx, 'series.id = $1', [oneOnOneId]);
    if (!series) return;
    const now = Date.now();
    for (const memberId of [series.memberId, series.partnerId])
      await this.planFor(tx, series, memberId, now);
  }

  /** Plans those of all series of somebody anew: nobody is reminded of meetings with who is gone, and again once they are back. */
  async planOf(tx: EntityManager, memberId: string): Promise<void> {
    for (const { id } of await seriesWhere(tx, '$1 in (member_id, partner_id)', [memberId]))
      await this.plan(tx, id);
  }

  /** Reminds of a meeting that still lies ahead where it was when this was planned, and plans the next one. */
  async remind(tx: EntityManager, due: Due): Promise<void> {
    const [series] = await seriesWhere(tx, 'series.id = $1', [due.oneOnOneId]);
    if (!series) return;
    const meetings = (await knownMeetings(tx, [series])).get(series.id) ?? [];
    const reminder = await reminderOf(tx, series.id, due.memberId);
    const lies = momentOf(due.day, due.time, stretchOf(series, due.number).timeZone) > Date.now();
    if (reminder !== 'none' && lies && isStill(due, series, meetings))
      await this.send(tx, due, series);
    // Clocks differ: what was reminded of is over, even where it is not yet time for it.
    const done = reminderMoment(reminder, due, stretchOf(series, due.number).timeZone) ?? 0;
    await this.planFor(tx, series, due.memberId, Math.max(Date.now(), done));
  }

  /** What is due already stays; whether it is still right is looked at when it is done. */
  private async planFor(
    tx: EntityManager,
    series: OneOnOne,
    memberId: string,
    after: number,
  ): Promise<void> {
    const { id: oneOnOneId } = series;
    await tx.query(
      `delete from outbox where job = 'oneOnOne.remind' and due_at > now() and failures = 0
         and data ->> 'oneOnOneId' = $1 and data ->> 'memberId' = $2`,
      [oneOnOneId, memberId],
    );
    const meetings = (await knownMeetings(tx, [series])).get(oneOnOneId) ?? [];
    const reminder = await reminderOf(tx, oneOnOneId, memberId);
    const next = nextReminder(series, meetings, reminder, { from: earliestNumber(series), after });
    if (!next) return;
    const { at, number, day, time } = next;
    const data = { oneOnOneId, memberId, number, day, time };
    await this.outbox.emitAt(tx, 'oneOnOne.remind', [{ at: new Date(at), data }]);
  }

  private async send(tx: EntityManager, due: Due, series: OneOnOne): Promise<void> {
    const { memberId, number, day, time } = due;
    const cause = `one-on-one ${series.id} ${memberId} ${number} ${day} ${time}`;
    await this.letters.send(tx, series, memberId, cause, {
      kind: 'reminder',
      timeZone: stretchOf(series, number).timeZone,
      number,
      day,
      time,
    });
  }

  /** Tells both of the two how they meet from now on, whatever they wish to be reminded of. */
  async tellChange(tx: EntityManager, series: OneOnOne): Promise<void> {
    const { id, memberId, partnerId, first: number, anchor: day, time, timeZone, rhythm } = series;
    const cause = `one-on-one ${id} ${JSON.stringify([rhythm, number, day, time, timeZone])}`;
    for (const reader of [memberId, partnerId])
      await this.letters.send(tx, series, reader, `${cause} ${reader}`, {
        kind: rhythm,
        number,
        day,
        time,
        timeZone,
      });
  }
}

async function reminderOf(
  tx: EntityManager,
  oneOnOneId: string,
  memberId: string,
): Promise<Reminder> {
  const wish = await tx.findOneBy(OneOnOneWish, { oneOnOneId, memberId });
  return wish?.reminder ?? 'dayBefore';
}

/** The first meeting that may still lie ahead. */
const earliestNumber = (series: OneOnOne): number =>
  numberFrom(series, addDays(new Date().toISOString().slice(0, 10), -movedAtMost));

function isStill(
  { number, day, time }: Due,
  series: OneOnOne,
  meetings: readonly KnownMeeting[],
): boolean {
  const known = meetings.find((meeting) => meeting.number === number);
  return (
    (known?.status ?? 'planned') === 'planned' &&
    (known?.day ?? occurrence(series, number)) === day &&
    (known?.time ?? stretchOf(series, number).time) === time &&
    (series.endedOn === null || day < series.endedOn)
  );
}
