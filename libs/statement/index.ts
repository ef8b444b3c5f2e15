import { CommissionModule } from '@laurel/commission';
import { DealModule } from '@laurel/deal';
import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ForeignPayouts } from './foreign-payout.service.js';
import { StatementChangedResolver } from './statement-changed.resolver.js';
import { StatementChecks } from './statement-checks.js';
import { StatementList } from './statement-list.service.js';
import { StatementChangeResolver, StatementVersionResolver } from './statement-version.resolver.js';
import { StatementVersion } from './statement-version.entity.js';
import { StatementVersions } from './statement-version.service.js';
import { Statement } from './statement.entity.js';
import { StatementJobs } from './statement.jobs.js';
import { StatementPayoutResolver } from './statement-payout.resolver.js';
import { StatementPayouts } from './statement-payout.service.js';
import { StatementTeams } from './statement-team.service.js';
import { StatementResolver } from './statement.resolver.js';
import { Statements } from './statement.service.js';

export { payoutRates } from './foreign-payout.service.js';
export { StatementList } from './statement-list.service.js';
export { Statement, StatementPage } from './statement.entity.js';
export { StatementJobs } from './statement.jobs.js';

/** A payee's earnings of a period, summed up. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Statement, StatementVersion]),
    CommissionModule,
    DealModule,
    PeopleModule,
  ],
  providers: [
    ForeignPayouts,
    StatementChangedResolver,
    StatementChangeResolver,
    StatementChecks,
    StatementJobs,
    StatementList,
    StatementPayoutResolver,
    StatementPayouts,
    StatementResolver,
    StatementTeams,
    StatementVersionResolver,
    StatementVersions,
    Statements,
  ],
  exports: [StatementJobs, StatementList],
})
export class StatementModule {}
