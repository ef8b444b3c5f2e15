import { Balances, PeriodBalance } from '@laurel/commission';
import { MoneyScalar } from '@laurel/shared';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ForeignPayout } from './foreign-payout.js';
import { ForeignPayouts } from './foreign-payout.service.js';
import { Statement } from './statement.entity.js';
import { StatementPayouts } from './statement-payout.service.js';

@Resolver(() => Statement)
export class StatementPayoutResolver {
  constructor(
    private readonly balances: Balances,
    private readonly payouts: StatementPayouts,
    private readonly foreignPayouts: ForeignPayouts,
  ) {}

  @ResolveField(() => MoneyScalar, {
    description:
      'What goes to payroll: earned, and what draws, holdbacks and claw-backs add to it.',
  })
  payout(@Parent() statement: Statement): Promise<bigint> {
    return this.payouts.of(statement);
  }

  @ResolveField(() => ForeignPayout, {
    nullable: true,
    description: 'The payout in the currency the payee is paid in, where it is another one.',
  })
  paidIn(@Parent() statement: Statement): Promise<ForeignPayout | null> {
    return this.foreignPayouts.of(statement);
  }

  @ResolveField(() => PeriodBalance, {
    nullable: true,
    description: 'The way from what was earned to the payout.',
  })
  balance(@Parent() { payeeId, period }: Statement): Promise<PeriodBalance | null> {
    return this.balances.in(payeeId, period);
  }
}
