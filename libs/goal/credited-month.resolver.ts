import { DayScalar } from '@laurel/shared';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CreditedMonth } from './credited-month.js';
import { CreditedMonths } from './credited-month.service.js';

@Resolver(() => CreditedMonth)
export class CreditedMonthResolver {
  constructor(private readonly months: CreditedMonths) {}

  @Query(() => [CreditedMonth], {
    description: 'Credited amounts by month, of a member, of a team, or of all I may see.',
  })
  creditedByMonth(
    @Args('memberId', { type: () => ID, nullable: true }) memberId: string | null,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null,
    @Args('from', { type: () => DayScalar }) from: string,
    @Args('to', { type: () => DayScalar }) to: string,
  ) {
    return this.months.list({ memberId, teamId }, { from, to });
  }
}
