import { currentActor, Database, Periods, Problem } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Member } from '@laurel/people';
import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { cadenceOf, isTime } from './core/index.js';
import { OneOnOne, type OneOnOneCadence, type OneOnOneInput } from './one-on-one.entity.js';
import { Reminders } from './reminder.service.js';
import { knownMeetings, seriesWhere } from './series-rows.js';

/** Series of meetings between two people, and whether they are kept. */
@Injectable()
export class OneOnOnes {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly reminders: Reminders,
  ) {}

  /** The actor's own, open ones first. */
  mine(): Promise<OneOnOne[]> {
    return this.database.transaction((tx) =>
      seriesWhere(
        tx,
        `$1 in (member_id, partner_id) order by ended_on is not null, anchor, series.id`,
        [currentActor().memberId],
      ),
    );
  }

  /** One of the actor's own; for everybody else there is none. */
  async own(tx: EntityManager, id: string): Promise<OneOnOne> {
    const [found] = await seriesWhere(tx, `series.id = $1 and $2 in (member_id, partner_id)`, [
      id,
      currentActor().memberId,
    ]);
    if (!found) throw new Problem('NOT_FOUND', 'You have no such one-on-one.', { id });
    return found;
  }

  /** The same, to be changed: refused once it has ended. */
  async open(tx: EntityManager, id: string): Promise<OneOnOne> {
    const found = await this.own(tx, id);
    if (found.endedOn !== null && found.endedOn <= (await this.periods.today(tx)))
      throw new Problem('SERIES_ENDED', 'This one-on-one has ended. Start a new one.', { id });
    return found;
  }

  async start(input: OneOnOneInput): Promise<OneOnOne> {
    const { memberId, timeZone } = currentActor();
    const { partnerId, rhythm, anchor, time } = input;
    const fresh = { memberId, partnerId, rhythm, anchor, time };
    const rest = { timeZone: input.timeZone ?? timeZone, minutes: input.minutes ?? 30 };
    assertPlan({ time, ...rest });
    return this.database.transaction(async (tx) => {
      await assertPartner(tx, partnerId, await this.periods.today(tx));
      const { identifiers } = await insertOnce(tx, { ...fresh, ...rest });
      const { id } = identifiers[0] as { id: string };
      await this.reminders.plan(tx, id);
      return this.own(tx, id);
    });
  }

  /** From today on there are no more meetings; what was written stays with the two. */
  end(id: string): Promise<OneOnOne> {
    return this.database.transaction(async (tx) => {
      await this.open(tx, id);
      await tx.update(OneOnOne, { id }, { endedOn: await this.periods.today(tx) });
      await this.reminders.plan(tx, id);
      return this.own(tx, id);
    });
  }

  /** The actor's own series and those between people below, for HR all: numbers only, never a word of them. */
  cadence(): Promise<OneOnOneCadence[]> {
    const { memberId, reportIds, hr } = currentActor();
    return this.database.transaction(async (tx) => {
      const all = await seriesWhere(
        tx,
        `$1 or $2 in (member_id, partner_id) or (member_id = any($3) and partner_id = any($3))
         order by one.name, other.name, anchor`,
        [hr === true, memberId, [...reportIds]],
      );
      const today = await this.periods.today(tx);
      const meetings = await knownMeetings(tx, all);
      return all.map((one) => ({
        memberId: one.memberId,
        partnerId: one.partnerId,
        endedOn: one.endedOn,
        ...cadenceOf(one, meetings.get(one.id) ?? [], today),
      }));
    });
  }
}

/** Refuses a time, a zone or a length that cannot be. */
export function assertPlan({
  time,
  timeZone,
  minutes,
}: Pick<OneOnOne, 'time' | 'timeZone' | 'minutes'>) {
  assertTime(time);
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone) && timeZone !== 'UTC')
    throw new Problem('BAD_VALUE', 'Enter a time zone such as Europe/Berlin.', {
      field: 'timeZone',
    });
  if (minutes < 5 || minutes > 480)
    throw new Problem('BAD_VALUE', 'A meeting takes 5 to 480 minutes.', { field: 'minutes' });
}

export function assertTime(time: string): void {
  if (!isTime(time))
    throw new Problem('BAD_VALUE', 'Enter a time of day such as 09:30.', { field: 'time' });
}

async function assertPartner(tx: EntityManager, id: string, today: Day): Promise<void> {
  const partner = await tx.findOneBy(Member, { id });
  if (!partner || (partner.leftOn !== null && partner.leftOn <= today))
    throw new Problem('NOT_FOUND', 'There is no such person here.', { id });
  if (id === currentActor().memberId)
    throw new Problem('BAD_VALUE', 'Choose somebody else to meet.', { field: 'partnerId' });
}

async function insertOnce(tx: EntityManager, fresh: Partial<OneOnOne>) {
  try {
    return await tx.insert(OneOnOne, fresh);
  } catch (error) {
    if (error instanceof QueryFailedError && error.driverError.code === '23505')
      throw new Problem('SERIES_EXISTS', 'The two of you meet already. End that series first.');
    throw error;
  }
}
