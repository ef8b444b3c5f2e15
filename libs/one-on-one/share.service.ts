import { currentActor, Database, Periods, Problem } from '@laurel/shared';
import { contains, type Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { occurrence } from './core/index.js';
import { leadsOf } from './lead-rows.js';
import { OneOnOneAction } from './meeting.entity.js';
import type { OneOnOne } from './one-on-one.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { seriesWhere } from './series-rows.js';
import { OneOnOneShare, type SharedNote, type SharedOneOnOne } from './share.entity.js';

/** What an employee talked about with a former manager: the present one gets nothing of it unless they show it. */
@Injectable()
export class Shares {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly series: OneOnOnes,
  ) {}

  /** To whom the actor can show a series; nobody where they were not the employee in it. */
  readers(series: OneOnOne): Promise<string[]> {
    return this.database.transaction((tx) => this.readersOf(tx, series));
  }

  /** Shows what both wrote until today to somebody who leads the actor now; only one at a time. */
  share(oneOnOneId: string, readerId: string): Promise<OneOnOne> {
    const { memberId: sharerId } = currentActor();
    return this.database.transaction(async (tx) => {
      const series = await this.series.own(tx, oneOnOneId);
      if (!(await this.readersOf(tx, series)).includes(readerId))
        throw new Problem(
          'FORBIDDEN',
          'What you talked about with a former manager can be shown to who leads you now, and to nobody else.',
          { field: 'readerId' },
        );
      const sharedOn = await this.periods.today(tx);
      const fresh = { oneOnOneId, sharerId, readerId, sharedOn };
      await tx.upsert(OneOnOneShare, fresh, ['organizationId', 'oneOnOneId']);
      return series;
    });
  }

  /** Takes it back: from now on it is shown to nobody. */
  revoke(oneOnOneId: string): Promise<OneOnOne> {
    return this.database.transaction(async (tx) => {
      const series = await this.series.own(tx, oneOnOneId);
      await tx.delete(OneOnOneShare, { oneOnOneId, sharerId: currentActor().memberId });
      return series;
    });
  }

  /** To whom one of the actor's own series is shown; null once the reader leads the employee no more. */
  of(oneOnOneId: string): Promise<OneOnOneShare | null> {
    return this.database.transaction(async (tx) => {
      const share = await tx.findOneBy(OneOnOneShare, { oneOnOneId });
      if (!share) return null;
      const leads = await leadsOf(tx, share.sharerId);
      const today = await this.periods.today(tx);
      return leads.some((lead) => lead.id === share.readerId && contains(lead, today))
        ? share
        : null;
    });
  }

  /** What people whom the actor leads now show them. */
  shown(): Promise<SharedOneOnOne[]> {
    const { memberId, reportIds } = currentActor();
    return this.database.transaction(async (tx) => {
      const shares = await tx.findBy(OneOnOneShare, {
        readerId: memberId,
        sharerId: In([...reportIds]),
      });
      const found: SharedOneOnOne[] = [];
      for (const share of shares) found.push(await shownOf(tx, share));
      return found;
    });
  }

  private async readersOf(tx: EntityManager, series: OneOnOne): Promise<string[]> {
    const { memberId } = currentActor();
    const partner = memberId === series.memberId ? series.partnerId : series.memberId;
    const today = await this.periods.today(tx);
    const leads = await leadsOf(tx, memberId);
    const met = { from: series.past[0]?.anchor ?? series.anchor, to: series.endedOn };
    const ledMe = leads.filter(({ id }) => id === partner);
    if (!ledMe.some((lead) => meet(lead, met)) || ledMe.some((lead) => contains(lead, today)))
      return [];
    const now = leads.filter((lead) => contains(lead, today)).map(({ id }) => id);
    return [...new Set(now)];
  }
}

type Span = { readonly from: Day; readonly to: Day | null };

const meet = (one: Span, other: Span): boolean =>
  (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to);

/** Notes of both and what is still to be done, of meetings until the day it was shared. */
async function shownOf(tx: EntityManager, share: OneOnOneShare): Promise<SharedOneOnOne> {
  const { oneOnOneId, sharerId, sharedOn } = share;
  const [series] = (await seriesWhere(tx, 'series.id = $1', [oneOnOneId])) as [OneOnOne];
  const rows: { number: number; day: Day | null; text: string }[] = await tx.query(
    `select number, day, shared_note as text from one_on_one_meeting
     where one_on_one_id = $1 order by number desc`,
    [oneOnOneId],
  );
  const dayOf = (number: number): Day =>
    rows.find((row) => row.number === number)?.day ?? occurrence(series, number);
  const notes = rows
    .map((row): SharedNote => ({ ...row, day: dayOf(row.number) }))
    .filter(({ day, text }) => day <= sharedOn && text.trim());
  const open = await tx.find(OneOnOneAction, {
    where: { oneOnOneId, doneOn: IsNull() },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const partnerId = series.memberId === sharerId ? series.partnerId : series.memberId;
  const actions = open.filter(({ raised }) => dayOf(raised) <= sharedOn);
  return { id: oneOnOneId, sharerId, partnerId, sharedOn, notes, actions };
}
