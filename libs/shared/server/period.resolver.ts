import { Args, Query, Resolver } from '@nestjs/graphql';
import type { PeriodKind } from '../core/period.js';
import { Period, PeriodKinds } from './period.entity.js';
import { Periods } from './periods.service.js';

@Resolver(() => Period)
export class PeriodResolver {
  constructor(private readonly calendar: Periods) {}

  @Query(() => [Period], {
    description: 'Periods that hold credits or quotas, and the current one; newest first.',
  })
  periods(@Args('kind', { type: () => PeriodKinds }) kind: PeriodKind) {
    return this.calendar.list(kind);
  }

  @Query(() => Period, { description: 'The period that holds today.' })
  currentPeriod(@Args('kind', { type: () => PeriodKinds }) kind: PeriodKind) {
    return this.calendar.current(kind);
  }
}
