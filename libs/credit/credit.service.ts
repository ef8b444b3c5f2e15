import type { DealEvent } from '@laurel/deal';
import { MembershipService } from '@laurel/people';
import { ask, Database, Outbox } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { AwaitedCredit } from './awaited-credit.entity.js';
import {
  assignCredits,
  awaitedCredits,
  creditDates,
  membersNamed,
  stepsOf,
  type CreditableDeal,
} from './core/index.js';
import { CreditEntry } from './credit-entry.entity.js';
import { CreditLedger } from './credit-ledger.service.js';
import { datedSince, datingPlans, keepAwaited, withPayments } from './credit-dating.js';
import { creditableDeals } from './creditable-deals.js';
import { Credit } from './credit.entity.js';
import { CreditingRules } from './crediting-rule.service.js';
import { CreditedPeriods, type CreditedOn } from './credited-periods.service.js';
import { creditedFor, eventsOf } from './settled-days.js';

/** Deals that one emitted job carries. */
const batchSize = 1_000;

/** Who is credited for which deal: kept equal to what the deals and the teams of their day say. */
@Injectable()
export class Credits {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly periods: CreditedPeriods,
    private readonly memberships: MembershipService,
    private readonly rules: CreditingRules,
    private readonly ledger: CreditLedger,
  ) {}

  /**
   * Credits these deals anew. Credits that are no longer due become void or are reversed, never deleted. What
   * depends on them is computed again, also when only the deal's product changed and its credits stay as they are.
   */
  async assign(tx: EntityManager, dealIds: readonly string[]): Promise<void> {
    const [found, rules, before, cuts, events, above, closed, dateOf] = await Promise.all([
      creditableDeals(tx, dealIds),
      this.rules.all(tx),
      creditedOn(tx, dealIds),
      this.periods.cuts(tx),
      eventsOf(tx, dealIds),
      this.memberships.treeAboveThose(tx, payeesOfDeals, dealIds),
      this.ledger.postedIn(tx, dealIds),
      datingPlans(tx),
    ]);
    const deals = dateOf ? await withPayments(tx, found) : found;
    const postedIn = dateOf ? await this.ledger.postedIn(tx, dealIds, daysOf(deals)) : closed;
    const named = rules.flatMap(({ document }) => membersNamed(document));
    const tree = named.length
      ? await this.memberships.treeAbove(tx, [...payeesOf(deals), ...named])
      : above;
    const due = deals.flatMap((deal) => assignCredits(deal, tree, rules, dateOf ?? undefined));
    await this.ledger.post(tx, dealIds, { due, postedIn, before: before.map(({ id }) => id) });
    if (dateOf)
      await keepAwaited(
        tx,
        dealIds,
        deals.flatMap((deal) => awaitedCredits(deal, tree, rules, dateOf)),
      );
    const now = due.map(({ payeeId, creditedOn: day, kind }) => ({
      payeeId,
      day,
      own: kind !== 'rollUp',
    }));
    await this.periods.announce(tx, cuts, [...before, ...now]);
    // Joining many deals at once is slow where tables have just been filled.
    if (events.length) await this.periods.announcePay(tx, cuts, await creditedFor(tx, events));
  }

  /** Something happened to deals, or no longer did: whoever is credited for them is paid anew for those days, too. */
  async follow(tx: EntityManager, events: readonly DealEvent[]): Promise<void> {
    await this.assign(tx, [...new Set(events.map(({ dealId }) => dealId))]);
    await this.periods.announcePay(tx, await this.periods.cuts(tx), await creditedFor(tx, events));
  }

  /** Somebody joined, left or took over a team: the deals closed since then may roll up differently. */
  async reassign(tx: EntityManager, memberId: string, from: string): Promise<void> {
    // Credits that are just being written by the teams of before are among them.
    this.outbox.claim(tx, [{ job: 'credit.assign', key: '' }]);
    await this.periods.announcePools(tx, from);
    const rows: { id: string }[] = await tx.query(dealsBelow, [memberId, from]);
    await this.again(
      tx,
      rows.map(({ id }) => id),
    );
  }

  /**
   * Plans, or who is on them, changed from a day on, and so may the dates that credit: deals closed since are credited
   * anew. Before pay is looked up by what the plans say now: whoever credits deals holds it.
   */
  async redate(tx: EntityManager, from: string): Promise<void> {
    this.outbox.claim(tx, [{ job: 'credit.assign', key: '' }]);
    await this.again(tx, await datedSince(tx, from));
  }

  private async again(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, i) => ({
      dealIds: ids.slice(i * batchSize, (i + 1) * batchSize),
    }));
    await this.outbox.emitAll(tx, 'credit.assign', batches);
  }

  /** What deals are still waiting for, managers last. */
  awaitedOf(dealIds: readonly string[]): Promise<AwaitedCredit[]> {
    return this.database.transaction((tx) =>
      tx.find(AwaitedCredit, {
        where: { dealId: In([...dealIds]) },
        order: { kind: 'ASC', payeeId: 'ASC' },
      }),
    );
  }

  /** Entries of the ledger, whether they count or no longer do. */
  entries(ids: readonly string[]): Promise<CreditEntry[]> {
    return this.database.transaction((tx) => tx.findBy(CreditEntry, { id: In([...ids]) }));
  }

  /** The credits of each deal that has any, highest level last. */
  ofDeals(dealIds: readonly string[]): Promise<Credit[]> {
    return this.database.transaction((tx) =>
      tx
        .createQueryBuilder(Credit, 'credit')
        .where('credit.dealId = any(:dealIds) and not credit.void', { dealIds })
        .orderBy('credit.level')
        .addOrderBy('credit.id')
        .getMany(),
    );
  }
}

/** Every day on which a date may credit the deals. */
const daysOf = (deals: readonly CreditableDeal[]) =>
  deals.flatMap((deal) => creditDates.flatMap((by) => stepsOf(deal, by).map(({ day }) => day)));

/** Whom the deals themselves credit. */
const payeesOf = (deals: readonly CreditableDeal[]) =>
  deals.flatMap(({ ownerId, splits }) => [ownerId, ...splits.map(({ payeeId }) => payeeId)]);
const payeesOfDeals = `
  select owner_id from deal where id = any($1) union select payee_id from deal_split where deal_id = any($1)`;

/** What counts for the deals, for whom and on which days. */
const creditedOn = (
  tx: EntityManager,
  dealIds: readonly string[],
): Promise<(CreditedOn & { id: string })[]> =>
  ask(
    tx,
    `select id, payee_id as "payeeId", credited_on as day, kind <> 'rollUp' as own
     from credit where deal_id = any($1) and not void`,
    [dealIds],
  );

/** Deals closed since a day for which the member, or somebody ever in a team the member managed or one below, is credited. */
const dealsBelow = `
  with recursive managed as (
    select team_id from membership where member_id = $1 and position = 'manager'
    union
    select team.id from team join managed on team.parent_id = managed.team_id
  )
  select distinct deal_id as id
  from (
    select deal_id, payee_id from credit where not void and kind <> 'rollUp'
    union all select deal_id, payee_id from awaited_credit where kind <> 'rollUp'
  ) held join deal on deal.id = deal_id
  where closed_on >= $2
    and (payee_id = $1 or payee_id in (select member_id from membership join managed using (team_id)))
  order by id`;
