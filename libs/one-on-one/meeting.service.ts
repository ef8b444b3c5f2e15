import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { agendaOf, occurrence, stretchOf, type MeetingStatus } from './core/index.js';
import {
  OneOnOneAction,
  OneOnOneMeeting,
  OneOnOneTopic,
  type OneOnOneMeetingInput,
} from './meeting.entity.js';
import type { OneOnOne } from './one-on-one.entity.js';
import { assertTime, OneOnOnes } from './one-on-one.service.js';
import { PrivateNotes } from './private-note.service.js';
import { Reminders } from './reminder.service.js';
import { changedMeanwhile, writtenText } from './written-text.js';

type Row = Pick<OneOnOneMeeting, 'skipNote' | 'sharedNote' | 'version'> & {
  status: MeetingStatus;
  day: string | null;
  time: string | null;
};
const untouched: Row = {
  status: 'planned',
  day: null,
  time: null,
  skipNote: null,
  sharedNote: '',
  version: 0,
};
/** As the two ordered them. */
export const topicOrder = { position: 'ASC', raised: 'ASC', id: 'ASC' } as const;
/** Fifty years of weeks. */
const lastNumber = 2_600;

/** Meetings of the actor's own series: when they are, and what is written of them. */
@Injectable()
export class Meetings {
  constructor(
    private readonly database: Database,
    private readonly notes: PrivateNotes,
    private readonly reminders: Reminders,
    private readonly series: OneOnOnes,
  ) {}

  read(oneOnOneId: string, number: number): Promise<OneOnOneMeeting> {
    return this.database.transaction(async (tx) =>
      this.whole(tx, await this.series.own(tx, oneOnOneId), number),
    );
  }

  /** Moves, skips or keeps a meeting, or takes that back. */
  save(input: OneOnOneMeetingInput): Promise<OneOnOneMeeting> {
    return this.change(input, async (tx) => {
      const before = await this.row(tx, input.oneOnOneId, input.number);
      const row = merged(before, input);
      await tx.query(
        `insert into one_on_one_meeting (one_on_one_id, number, status, day, start_time, skip_note)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (organization_id, one_on_one_id, number) do update
           set status = excluded.status, day = excluded.day, start_time = excluded.start_time,
               skip_note = excluded.skip_note`,
        [input.oneOnOneId, input.number, row.status, row.day, row.time, row.skipNote],
      );
      await this.reminders.plan(tx, input.oneOnOneId);
    });
  }

  /** Both write it: whoever saves an older version is told so. */
  saveSharedNote(
    oneOnOneId: string,
    number: number,
    text: string,
    version: number,
  ): Promise<OneOnOneMeeting> {
    const note = writtenText(text, 'text', { empty: true });
    return this.change({ oneOnOneId, number }, async (tx) => {
      const saved = await tx.query(
        `insert into one_on_one_meeting as meeting (one_on_one_id, number, shared_note, version)
         select $1, $2, $3, 1 where $4::int = 0 or exists (
           select from one_on_one_meeting where one_on_one_id = $1 and number = $2)
         on conflict (organization_id, one_on_one_id, number) do update
           set shared_note = excluded.shared_note, version = meeting.version + 1
           where meeting.version = $4
         returning version`,
        [oneOnOneId, number, note, version],
      );
      if (!saved.length) throw changedMeanwhile();
    });
  }

  savePrivateNote(oneOnOneId: string, number: number, text: string): Promise<OneOnOneMeeting> {
    const note = writtenText(text, 'text', { empty: true });
    return this.change({ oneOnOneId, number }, (tx) =>
      this.notes.save(tx, oneOnOneId, number, note),
    );
  }

  /** Refuses a series that is not the actor's own or has ended; answers the meeting as it is then. */
  change(
    { oneOnOneId, number }: { oneOnOneId: string; number: number },
    work: (tx: EntityManager, series: OneOnOne) => Promise<void>,
  ): Promise<OneOnOneMeeting> {
    return this.database.transaction(async (tx) => {
      const series = await this.series.open(tx, oneOnOneId);
      assertNumber(number);
      await work(tx, series);
      return this.whole(tx, series, number);
    });
  }

  private async whole(
    tx: EntityManager,
    series: OneOnOne,
    number: number,
  ): Promise<OneOnOneMeeting> {
    assertNumber(number);
    const { id: oneOnOneId } = series;
    const row = await this.row(tx, oneOnOneId, number);
    const topics = await tx.find(OneOnOneTopic, { where: { oneOnOneId }, order: topicOrder });
    const actions = await tx.find(OneOnOneAction, {
      where: { oneOnOneId },
      order: { raised: 'ASC', id: 'ASC' },
    });
    const { time: plannedTime, timeZone } = stretchOf(series, number);
    const plannedDay = occurrence(series, number);
    return {
      ...row,
      oneOnOneId,
      number,
      plannedDay,
      plannedTime,
      timeZone,
      day: row.day ?? plannedDay,
      time: row.time ?? plannedTime,
      privateNote: await this.notes.of(tx, oneOnOneId, number),
      topics: agendaOf(topics, number),
      actions: actions.filter(
        ({ raised, doneOn }) => raised === number || (raised < number && doneOn === null),
      ),
    };
  }

  private async row(tx: EntityManager, oneOnOneId: string, number: number): Promise<Row> {
    const [row]: Row[] = await tx.query(
      `select status, day, start_time as "time", skip_note as "skipNote",
         shared_note as "sharedNote", version
       from one_on_one_meeting where one_on_one_id = $1 and number = $2`,
      [oneOnOneId, number],
    );
    return row ?? untouched;
  }
}

/** What was given over what was there; a meeting is skipped with a reason only. */
function merged(before: Row, input: OneOnOneMeetingInput): Row {
  const status = input.status ?? before.status;
  const given = input.skipNote === undefined ? before.skipNote : input.skipNote;
  if (input.time) assertTime(input.time);
  return {
    ...before,
    status,
    day: input.day === undefined ? before.day : input.day,
    time: input.time === undefined ? before.time : input.time,
    skipNote: status === 'skipped' ? writtenText(given ?? '', 'skipNote') : null,
  };
}

function assertNumber(number: number): void {
  if (number < 0 || number > lastNumber)
    throw new Problem('BAD_VALUE', 'There is no such meeting.', { field: 'number' });
}
