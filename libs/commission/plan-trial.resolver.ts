import { Member, MemberLoader } from '@laurel/people';
import { PageInput } from '@laurel/shared';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EarningPage } from './earning.entity.js';
import { PlanTrialLines } from './plan-trial-line.service.js';
import { PlanTrials } from './plan-trial.service.js';
import {
  PlanTrial,
  type PlanTrialColumn,
  PlanTrialColumns,
  PlanTrialInput,
  PlanTrialRow,
  type PlanTrialSide,
  PlanTrialSides,
} from './plan-trial.js';

@Resolver(() => PlanTrial)
export class PlanTrialResolver {
  constructor(
    private readonly trials: PlanTrials,
    private readonly lines: PlanTrialLines,
  ) {}

  @Query(() => PlanTrial, {
    description:
      'What those paid by a plan in a period would earn if it said what the document says.',
  })
  tryPlan(
    @Args('trial') trial: PlanTrialInput,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('sort', { type: () => PlanTrialColumns, nullable: true }) sort: PlanTrialColumn | null,
    @Args('descending', { type: () => Boolean, nullable: true }) descending: boolean | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<PlanTrial> {
    return this.trials.try(trial, { search, sort, descending, page });
  }

  @Query(() => EarningPage, {
    description: 'The lines of one of those payees, by the plans in force or with the tried one.',
  })
  triedLines(
    @Args('trial') trial: PlanTrialInput,
    @Args('payeeId', { type: () => ID }) payeeId: string,
    @Args('side', { type: () => PlanTrialSides }) side: PlanTrialSide,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<EarningPage> {
    return this.lines.page(trial, payeeId, side, page);
  }
}

@Resolver(() => PlanTrialRow)
export class PlanTrialRowResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: PlanTrialRow): Promise<Member> {
    return this.members.load(payeeId);
  }
}
