import { currentActor, Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OneOnOneMeeting } from './meeting.entity.js';
import { Meetings } from './meeting.service.js';
import { OneOnOneMood } from './mood.entity.js';
import type { OneOnOne } from './one-on-one.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { OneOnOneWish } from './wish.entity.js';

/** The mood of the day: told to each other where both like to, and to nobody else. */
@Injectable()
export class Moods {
  constructor(
    private readonly database: Database,
    private readonly meetings: Meetings,
    private readonly series: OneOnOnes,
  ) {}

  /** Who of the two likes to tell it. */
  async likers(oneOnOneId: string): Promise<string[]> {
    return this.database.transaction((tx) => likersOf(tx, oneOnOneId));
  }

  /** The actor likes to tell their mood; or not any more, which takes back what they told. */
  like(oneOnOneId: string, mood: boolean): Promise<OneOnOne> {
    const { memberId } = currentActor();
    return this.database.transaction(async (tx) => {
      const series = await this.series.open(tx, oneOnOneId);
      const key = ['organizationId', 'oneOnOneId', 'memberId'];
      await tx.upsert(OneOnOneWish, { oneOnOneId, memberId, mood }, key);
      if (!mood) await tx.delete(OneOnOneMood, { oneOnOneId, memberId });
      return series;
    });
  }

  /** Tells the actor's mood on the day of a meeting, or takes it back. */
  save(oneOnOneId: string, number: number, mood: number | null): Promise<OneOnOneMeeting> {
    const { memberId } = currentActor();
    if (mood !== null && (mood < 1 || mood > 5))
      throw new Problem('BAD_VALUE', 'A mood is a number from 1 to 5.', { field: 'mood' });
    return this.meetings.change({ oneOnOneId, number }, async (tx) => {
      if ((await likersOf(tx, oneOnOneId)).length < 2)
        throw new Problem(
          'MOOD_NOT_WANTED',
          'The mood of the day is there once both of you like it.',
        );
      const at = { oneOnOneId, number, memberId };
      if (mood === null) await tx.delete(OneOnOneMood, at);
      else
        await tx.upsert(OneOnOneMood, { ...at, mood }, [
          'organizationId',
          'oneOnOneId',
          'number',
          'memberId',
        ]);
    });
  }

  /** What the two told; nothing unless both like it. */
  of({ oneOnOneId, number }: OneOnOneMeeting): Promise<OneOnOneMood[]> {
    return this.database.transaction(async (tx) => {
      if ((await likersOf(tx, oneOnOneId)).length < 2) return [];
      return tx.findBy(OneOnOneMood, { oneOnOneId, number });
    });
  }
}

async function likersOf(tx: EntityManager, oneOnOneId: string): Promise<string[]> {
  const wishes = await tx.findBy(OneOnOneWish, { oneOnOneId, mood: true });
  return wishes.map(({ memberId }) => memberId);
}
