import { assertMaySee, Database, pageWindow, Periods, type PageInput } from '@laurel/shared';
import { lastDay } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Award, type AwardPage, type BadgeProgress } from './award.entity.js';
import { Badge } from './badge.entity.js';
import { evaluate, type Span } from './core/index.js';
import { FactsService } from './facts.service.js';

/** Reads badges, who holds them, and how near somebody is to the others. */
@Injectable()
export class Badges {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly facts: FactsService,
  ) {}

  /** The badges that can be earned now. */
  list(): Promise<Badge[]> {
    return this.database.transaction((tx) => enabledBadges(tx));
  }

  /** Awards of a member, or of everybody, newest first; those taken back too. */
  awards(memberId?: string | null, page?: PageInput | null): Promise<AwardPage> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const query = withBadge(tx)
        .orderBy('award.awardedAt', 'DESC')
        .addOrderBy('award.id')
        .offset(offset)
        .limit(first);
      if (memberId) query.where('award.memberId = :memberId', { memberId });
      const [rows, total] = await query.getManyAndCount();
      return { rows, total };
    });
  }

  award(id: string): Promise<Award> {
    return this.database.transaction((tx) =>
      withBadge(tx).where('award.id = :id', { id }).getOneOrFail(),
    );
  }

  /**
   * How near a member is to each badge, in the badge's own period: the one around the last day of the
   * asked period that is not in the future.
   */
  progress(memberId: string, period: string): Promise<BadgeProgress[]> {
    assertMaySee('Query.badgeProgress', memberId);
    return this.database.transaction(async (tx) => {
      const badges = await enabledBadges(tx);
      const spans = await this.spansAround(tx, period);
      const awards = await withBadge(tx).where({ memberId }).getMany();
      const progress: BadgeProgress[] = [];
      for (const badge of badges) {
        const span = spans[badge.criteria.in];
        const facts = await this.facts.of(tx, span, [badge], [memberId]);
        const { current, target } = evaluate(badge.criteria, facts.get(memberId)!);
        const award = awards.find((one) => one.badgeCode === badge.code && one.period === span);
        progress.push({ badge, award: award ?? null, current, target });
      }
      return progress;
    });
  }

  private async spansAround(tx: EntityManager, period: string): Promise<Record<Span, string>> {
    const end = lastDay(await this.periods.range(tx, period));
    const today = await this.periods.today(tx);
    return { ...(await this.periods.covering(tx, end < today ? end : today)), ever: 'ever' };
  }
}

const enabledBadges = (tx: EntityManager): Promise<Badge[]> =>
  tx.find(Badge, { where: { enabled: true }, order: { code: 'ASC' } });

const withBadge = (tx: EntityManager) =>
  tx
    .createQueryBuilder(Award, 'award')
    .innerJoinAndMapOne('award.badge', Badge, 'badge', 'badge.code = award.badgeCode');
