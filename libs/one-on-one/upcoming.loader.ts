import { Loader, keyedBy, listedBy } from '@laurel/people';
import { Database, Periods } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { nextNumber } from './core/index.js';
import { OneOnOneAction } from './meeting.entity.js';
import { OneOnOnes } from './one-on-one.service.js';

type Next = { id: string; number: number; day: Day | null };

/** What comes next in each of one's own series: a few statements for all of a request. */
@Injectable()
export class UpcomingLoader {
  private readonly next = new Loader(async () => keyedBy(await this.find(), ({ id }) => id));
  private readonly actions = new Loader(async (ids) =>
    listedBy(ids, await this.openActions(ids), ({ oneOnOneId }) => oneOnOneId),
  );

  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly series: OneOnOnes,
  ) {}

  async of(id: string): Promise<Next | null> {
    return (await this.next.load(id)) ?? null;
  }

  async numberOf(id: string): Promise<number | null> {
    return (await this.of(id))?.number ?? null;
  }

  async actionsOf(id: string): Promise<OneOnOneAction[]> {
    return (await this.actions.load(id)) ?? [];
  }

  private find(): Promise<Next[]> {
    return this.database.transaction(async (tx) => {
      const own = await this.series.mine();
      const known = await this.series.meetings(tx, own);
      const today = await this.periods.today(tx);
      return own.flatMap((series) => {
        const meetings = known.get(series.id) ?? [];
        const number = nextNumber(series, meetings, today);
        const day = meetings.find((one) => one.number === number)?.day ?? null;
        return number === null ? [] : [{ id: series.id, number, day }];
      });
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
