import { currentActor, Periods, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { agendaOf, moved } from './core/index.js';
import {
  OneOnOneAction,
  OneOnOneTopic,
  type OneOnOneActionInput,
  type OneOnOneMeeting,
  type OneOnOneTopicInput,
} from './meeting.entity.js';
import { Meetings, topicOrder } from './meeting.service.js';
import { changedMeanwhile, writtenText } from './written-text.js';

/** Where in the actor's own series something stands. */
type Place = { oneOnOneId: string; number: number; id: string };

/** What the two want to talk about, and what they agreed to do. */
@Injectable()
export class Agendas {
  constructor(
    private readonly meetings: Meetings,
    private readonly periods: Periods,
  ) {}

  /** Adds a topic at the end, or changes one. */
  saveTopic(input: OneOnOneTopicInput): Promise<OneOnOneMeeting> {
    const { oneOnOneId, number, id } = input;
    const text = writtenText(input.text, 'text');
    return this.meetings.change(input, async (tx) => {
      const topic = id ? await topicOf(tx, { oneOnOneId, id }) : null;
      const settled = stamped(topic?.settled ?? null, input.settled, number);
      if (!topic) return addTopic(tx, { oneOnOneId, raised: number, settled, text });
      const seen = { id: topic.id, version: input.version ?? topic.version };
      const change = { text, settled, version: seen.version + 1 };
      if (!(await tx.update(OneOnOneTopic, seen, change)).affected) throw changedMeanwhile();
    });
  }

  /** Puts a topic at a place of the agenda, counted from 0. */
  moveTopic(at: Place, place: number): Promise<OneOnOneMeeting> {
    const { oneOnOneId, number } = at;
    return this.meetings.change(at, async (tx) => {
      const topic = await topicOf(tx, at);
      const all = await tx.find(OneOnOneTopic, { where: { oneOnOneId }, order: topicOrder });
      const shown = agendaOf(all, number).map(({ id }) => id);
      const order = moved(shown, topic.id, Math.max(0, place));
      const hidden = all.map(({ id }) => id).filter((id) => !shown.includes(id));
      await tx.query(
        `update one_on_one_topic topic set position = wanted.position
         from unnest($1::uuid[]) with ordinality as wanted (id, position) where topic.id = wanted.id`,
        [[...hidden, ...order]],
      );
    });
  }

  removeTopic(at: Place): Promise<OneOnOneMeeting> {
    const { oneOnOneId, id } = at;
    return this.meetings.change(at, async (tx) => {
      await topicOf(tx, at);
      await tx.delete(OneOnOneTopic, { id, oneOnOneId });
    });
  }

  /** Adds what one of the two is going to do, or changes it. */
  saveAction(input: OneOnOneActionInput): Promise<OneOnOneMeeting> {
    const { oneOnOneId, number } = input;
    const text = writtenText(input.text, 'text');
    return this.meetings.change(input, async (tx, { memberId, partnerId }) => {
      const ownerId = input.ownerId ?? currentActor().memberId;
      if (![memberId, partnerId].includes(ownerId))
        throw new Problem('NOT_FOUND', 'Choose one of the two of you.', { id: ownerId });
      const known = input.id ? await actionOf(tx, { oneOnOneId, id: input.id }) : null;
      const doneOn = stamped(known?.doneOn ?? null, input.done, await this.periods.today(tx));
      const written = { ownerId, text, dueOn: input.dueOn ?? null, doneOn };
      if (known) await tx.update(OneOnOneAction, { id: known.id }, written);
      else await tx.insert(OneOnOneAction, { ...written, oneOnOneId, raised: number });
    });
  }

  removeAction(at: Place): Promise<OneOnOneMeeting> {
    const { oneOnOneId, id } = at;
    return this.meetings.change(at, async (tx) => {
      await actionOf(tx, at);
      await tx.delete(OneOnOneAction, { id, oneOnOneId });
    });
  }
}

async function addTopic(
  tx: EntityManager,
  topic: Pick<OneOnOneTopic, 'oneOnOneId' | 'raised' | 'settled' | 'text'>,
): Promise<void> {
  const { oneOnOneId } = topic;
  const last = (await tx.maximum(OneOnOneTopic, 'position', { oneOnOneId })) ?? 0;
  const authorId = currentActor().memberId;
  await tx.insert(OneOnOneTopic, { ...topic, authorId, position: last + 1 });
}

type Named = Pick<Place, 'oneOnOneId' | 'id'>;

async function topicOf(tx: EntityManager, { oneOnOneId, id }: Named): Promise<OneOnOneTopic> {
  const topic = await tx.findOneBy(OneOnOneTopic, { id, oneOnOneId });
  if (!topic) throw new Problem('NOT_FOUND', 'There is no such topic.', { id });
  return topic;
}

async function actionOf(tx: EntityManager, { oneOnOneId, id }: Named): Promise<OneOnOneAction> {
  const action = await tx.findOneBy(OneOnOneAction, { id, oneOnOneId });
  if (!action) throw new Problem('NOT_FOUND', 'There is no such action.', { id });
  return action;
}

/** When something was done: at first now; what is done already keeps its stamp, what is left out stays. */
function stamped<T>(before: T | null, done: boolean | null | undefined, now: T): T | null {
  if (done === undefined || done === null) return before;
  return done ? (before ?? now) : null;
}
