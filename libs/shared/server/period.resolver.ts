import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { PeriodKind } from '../core/period.js';
import { PeriodChange } from './period-change.entity.js';
import { PeriodPoint } from './period-checks.js';
import { PeriodClosing } from './period-closing.service.js';
import { Period, PeriodKinds } from './period.entity.js';
import { Periods } from './periods.service.js';

@Resolver(() => Period)
export class PeriodResolver {
  constructor(
    private readonly calendar: Periods,
    private readonly closing: PeriodClosing,
  ) {}

  @Query(() => [Period], {
    description:
      'Periods that hold credits or quotas, those closed, and the current one; newest first.',
  })
  periods(
    @Args('kind', {
      type: () => PeriodKinds,
      nullable: true,
      description: 'Left out: every kind that the organisation uses.',
    })
    kind?: PeriodKind,
  ) {
    return this.calendar.list(kind);
  }

  @Query(() => Period, { description: 'The period that holds today.' })
  currentPeriod(@Args('kind', { type: () => PeriodKinds }) kind: PeriodKind) {
    return this.calendar.current(kind);
  }

  @Query(() => Period, { description: 'One period, by its name.' })
  period(@Args('name') name: string) {
    return this.calendar.find(name);
  }

  @Query(() => [PeriodPoint], {
    description: 'What to look at before a period is closed; settled points have the count 0.',
  })
  periodChecklist(@Args('period') period: string) {
    return this.closing.checklist(period);
  }

  @Mutation(() => Period, {
    description:
      'From now on changes wait instead of moving the figures of the period and of the shorter ones inside it.',
  })
  closePeriod(
    @Args('period') period: string,
    @Args('confirmed', {
      nullable: true,
      description: 'Close although there are open points.',
    })
    confirmed?: boolean,
  ) {
    return this.closing.close(period, confirmed ?? false);
  }

  @Mutation(() => Period, {
    description: 'Opens a closed period and what is inside it again; what waited is computed.',
  })
  reopenPeriod(@Args('period') period: string, @Args('reason') reason: string) {
    return this.closing.reopen(period, reason);
  }

  @Mutation(() => Period, {
    description: 'Locks a closed period and the shorter ones inside it for ever.',
  })
  lockPeriod(@Args('period') period: string) {
    return this.closing.lock(period);
  }

  @ResolveField(() => Int, { description: 'Changes that wait because the period is not open.' })
  waiting(@Parent() { name }: Period) {
    return this.closing.waitingIn(name);
  }

  @ResolveField(() => [PeriodChange], { description: 'Who closed, reopened and locked it.' })
  changes(@Parent() { name }: Period) {
    return this.closing.changes(name);
  }
}
