import { EarningPage, Earnings } from '@laurel/commission';
import { attainment, formatFraction } from '@laurel/goal/core';
import { Member, MemberLoader, Team } from '@laurel/people';
import { DecimalScalar, PageInput } from '@laurel/shared';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { StatementList } from './statement-list.service.js';
import { StatementTeams } from './statement-team.service.js';
import { Statement, StatementPage } from './statement.entity.js';

@Resolver(() => Statement)
export class StatementResolver {
  constructor(
    private readonly statementList: StatementList,
    private readonly earnings: Earnings,
    private readonly members: MemberLoader,
    private readonly teams: StatementTeams,
  ) {}

  @Query(() => StatementPage, {
    description: 'Statements of a period, of those whose pay you may see.',
  })
  statements(
    @Args('period') period: string,
    @Args('search', { nullable: true }) search?: string,
    @Args('teamId', {
      type: () => ID,
      nullable: true,
      description: 'Also the teams below it, as they were when the period ended.',
    })
    teamId?: string,
    @Args('page', { nullable: true }) page?: PageInput,
  ): Promise<StatementPage> {
    return this.statementList.page(period, { search, teamId }, page);
  }

  @Query(() => Statement, { nullable: true, description: 'What a payee earned in a period.' })
  statement(
    @Args('memberId', { type: () => ID }) memberId: string,
    @Args('period') period: string,
  ): Promise<Statement | null> {
    return this.statementList.find(memberId, period);
  }

  @Query(() => [Statement], { description: 'All statements of a payee, the newest last.' })
  statementHistory(@Args('memberId', { type: () => ID }) memberId: string): Promise<Statement[]> {
    return this.statementList.history(memberId);
  }

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: Statement): Promise<Member> {
    return this.members.load(payeeId);
  }

  @ResolveField(() => Team, {
    nullable: true,
    description: 'The payee’s when the period ended; while it runs, as of today.',
  })
  team(@Parent() { id }: Statement): Promise<Team | undefined> {
    return this.teams.of(id);
  }

  @ResolveField(() => DecimalScalar, {
    nullable: true,
    description: 'Credited ÷ quota; none without a quota.',
  })
  attainment(@Parent() { credited, quota }: Statement): string | null {
    const reached = attainment({ actual: credited, target: quota ?? undefined });
    return reached ? formatFraction(reached) : null;
  }

  @ResolveField(() => EarningPage, { description: 'The lines that sum to what was earned.' })
  lines(
    @Parent() { payeeId, period }: Statement,
    @Args('page', { nullable: true }) page?: PageInput,
    @Args('search', { nullable: true }) search?: string,
  ): Promise<EarningPage> {
    return this.earnings.page({ payeeId, period }, search, page);
  }
}
