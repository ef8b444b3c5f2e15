import { assertMaySee, currentActor, Database, Periods, Problem, scopeOf } from '@laurel/shared';
import { type Day, type DayRange, lastDay } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { total } from './core/index.js';
import { type GoalProgress, progressOf } from './goal-progress.js';
import { Quotas } from './quota.service.js';
import { type TeamMembers, TeamMembersService } from './team-members.service.js';

type MemberResult = {
  memberId: string;
  name: string;
  currency: string;
  actual: bigint;
  target: bigint | undefined;
};

/** Goals of a period: what was credited directly, against the quotas. */
@Injectable()
export class Goals {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly quotas: Quotas,
    private readonly teams: TeamMembersService,
  ) {}

  /** A member's goal, in the currency they are paid in. */
  ofMember(memberId: string, period: string): Promise<GoalProgress> {
    assertMaySee('Query.goal', memberId);
    return this.database.transaction(async (tx) => {
      const { days, today } = await this.clock(tx, period);
      const [result] = await this.results(tx, period, days, [memberId]);
      if (!result)
        throw new Problem('MEMBER_NOT_FOUND', 'There is no such member.', { field: 'memberId' });
      const { name, currency } = result;
      return progressOf({ memberId, teamId: null, name, period, currency }, result, days, today);
    });
  }

  /**
   * Goals of the teams the actor may see, with the teams below them: sum over sum of those who were
   * members on the period's last day, or are today, and are paid in the organisation's currency.
   */
  ofTeams(period: string): Promise<GoalProgress[]> {
    return this.database.transaction(async (tx) => {
      const { days, today } = await this.clock(tx, period);
      const teams = await this.visibleTeams(tx, lastDay(days) < today ? lastDay(days) : today);
      const memberIds = [...new Set(teams.flatMap((team) => team.memberIds))];
      const results = await this.results(tx, period, days, memberIds);
      const [{ currency }]: [{ currency: string }] = await tx.query(
        `select currency from organization`,
      );
      return teams.map(({ id, name, memberIds }) => {
        const inTeam = results.filter(
          (one) => one.currency === currency && memberIds.includes(one.memberId),
        );
        const owner = { memberId: null, teamId: id, name, period, currency };
        return progressOf(owner, total(inTeam), days, today);
      });
    });
  }

  private async clock(tx: EntityManager, period: string): Promise<{ days: DayRange; today: Day }> {
    return { days: await this.periods.range(tx, period), today: await this.periods.today(tx) };
  }

  private async visibleTeams(tx: EntityManager, day: Day): Promise<TeamMembers[]> {
    const teams = await this.teams.asOf(tx, day);
    if (scopeOf('Query.teamGoals') === 'all') return teams;
    const { memberId } = currentActor();
    return teams.filter((team) => [...team.memberIds, ...team.managerIds].includes(memberId));
  }

  private async results(
    tx: EntityManager,
    period: string,
    days: DayRange,
    memberIds: string[],
  ): Promise<MemberResult[]> {
    const quotas = await this.quotas.of(tx, period, memberIds);
    const rows: Omit<MemberResult, 'target'>[] = await tx.query(
      `select member.id as "memberId", name, member.currency,
              coalesce(sum(credit.amount), 0)::bigint as actual
       from member left join credit on payee_id = member.id and kind <> 'rollUp' and not void
         and credit.currency = member.currency and credited_on >= $1 and credited_on < $2
       where member.id = any($3)
       group by member.id, name, member.currency`,
      [days.from, days.to, memberIds],
    );
    return rows.map((row) => ({ ...row, target: quotas.get(row.memberId) }));
  }
}
