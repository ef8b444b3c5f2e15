import { Loader, keyedBy, listedBy } from '@laurel/people';
import { Database, Periods } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { cadenceOf, datedMeetings, nextNumber, type Dated, type Meeting } from './core/index.js';
import { OneOnOneAction } from './meeting.entity.js';
import type { OneOnOne, OneOnOneCadence } from './one-on-one.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { knownMeetings } from './series-rows.js';

type Standing = {
  id: string;
  next: { number: number; day: Day } | null;
  dates: Dated[];
  cadence: OneOnOneCadence;
};

/** How each of one's own series stands and what comes next: a few statements for all of a request. */
@Injectable()
export class UpcomingLoader {
  private readonly standing = new Loader(async () => keyedBy(await this.find(), ({ id }) => id));
  private readonly actions = new Loader(async (ids) =>
    listedBy(ids, await this.openActions(ids), ({ oneOnOneId }) => oneOnOneId),
  );

  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly series: OneOnOnes,
  ) {}

  of(id: string): Promise<Standing | undefined> {
    return this.standing.load(id);
  }

  async actionsOf(id: string): Promise<OneOnOneAction[]> {
    return (await this.actions.load(id)) ?? [];
  }

  private find(): Promise<Standing[]> {
    return this.database.transaction(async (tx) => {
      const own = await this.series.mine();
      const known = await knownMeetings(tx, own);
      const today = await this.periods.today(tx);
      return own.map((series) => standingOf(series, known.get(series.id) ?? [], today));
    });
  }

  private openActions(ids: readonly string[]): Promise<OneOnOneAction[]> {
    return this.database.transaction((tx) =>
      tx.find(OneOnOneAction, {
        where: { oneOnOneId: In([...ids]), doneOn: IsNull() },
        order: { dueOn: 'ASC', id: 'ASC' },
      }),
    );
  }
}

function standingOf(series: OneOnOne, meetings: readonly Meeting[], today: Day): Standing {
  const { id, memberId, partnerId, endedOn } = series;
  const dates = datedMeetings(series, meetings, today);
  const number = nextNumber(series, meetings, today);
  const next = dates.find((date) => date.number === number) ?? null;
  const counts = cadenceOf(series, meetings, today);
  return { id, next, dates, cadence: { memberId, partnerId, endedOn, ...counts } };
}
