import { OneOnOne, OneOnOneAction, OneOnOneTopic, Reminders } from '@laurel/one-on-one';
import { addDays } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DemoSeries } from './one-on-ones.js';
import type { DemoOrganization } from './organization.js';
import { firm } from './demo-people.js';
import type { Seat } from './seats.js';

/** Who meets whom, what they talked about and agreed. Nobody wrote anything private. */
@Injectable()
export class DemoOneOnOnes {
  constructor(private readonly reminders: Reminders) {}

  async save(tx: EntityManager, demo: DemoOrganization, idOf: ReadonlyMap<Seat, string>) {
    const saved: Saved[] = [];
    for (const series of demo.oneOnOnes) saved.push(await saveSeries(tx, series, idOf));
    await tx.insert(OneOnOneTopic, saved.flatMap(topicsOf));
    await tx.insert(OneOnOneAction, saved.flatMap(actionsOf));
    await saveMeetings(tx, saved);
    for (const { oneOnOneId } of saved) await this.reminders.plan(tx, oneOnOneId);
  }
}

type Saved = DemoSeries & { oneOnOneId: string; leadId: string; memberId: string };

async function saveSeries(
  tx: EntityManager,
  series: DemoSeries,
  idOf: ReadonlyMap<Seat, string>,
): Promise<Saved> {
  const [leadId, memberId] = [idOf.get(series.lead)!, idOf.get(series.member)!];
  const { rhythm, anchor, time } = series;
  const { timeZone } = firm;
  const row = {
    memberId: leadId,
    partnerId: memberId,
    rhythm,
    anchor,
    time,
    timeZone,
    minutes: 30,
  };
  const { identifiers } = await tx.insert(OneOnOne, row);
  return { ...series, oneOnOneId: (identifiers[0] as { id: string }).id, leadId, memberId };
}

function topicsOf({ oneOnOneId, leadId, memberId, meetings, coming }: Saved) {
  const talked = meetings.flatMap(({ number, talk }) =>
    (talk?.topics ?? []).map((text, i) => ({ text, raised: number, settled: number, i })),
  );
  const open = coming.map((text, i) => ({ text, raised: meetings.length, settled: null, i }));
  return [...talked, ...open].map(({ i, ...topic }, position) => {
    const authorId = i === 0 ? memberId : leadId;
    return { ...topic, oneOnOneId, authorId, position: position + 1 };
  });
}

/** Everything is done but what was agreed last. */
function actionsOf({ oneOnOneId, leadId, memberId, meetings }: Saved) {
  const held = meetings.filter(({ talk }) => talk);
  return held.map(({ number, day, talk }) => {
    const { text, by, days } = talk!.action;
    const dueOn = addDays(day, days);
    const ownerId = by === 'lead' ? leadId : memberId;
    const doneOn = number === held.at(-1)!.number ? null : dueOn;
    return { oneOnOneId, raised: number, ownerId, text, dueOn, doneOn };
  });
}

async function saveMeetings(tx: EntityManager, all: readonly Saved[]): Promise<void> {
  const rows = all.flatMap(({ oneOnOneId, meetings }) =>
    meetings
      .filter(({ status }) => status !== 'planned')
      .map(({ number, status, skipNote, talk }) => ({
        oneOnOneId,
        number,
        status,
        skipNote,
        sharedNote: talk?.note ?? '',
      })),
  );
  await tx.query(
    `insert into one_on_one_meeting (one_on_one_id, number, status, skip_note, shared_note, version)
     select "oneOnOneId", number, status, "skipNote", "sharedNote", 1 from jsonb_to_recordset($1)
       as meeting ("oneOnOneId" uuid, number int, status text, "skipNote" text, "sharedNote" text)`,
    [JSON.stringify(rows)],
  );
}
