import { DealModule } from '@laurel/deal';
import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Credit } from './credit.entity.js';
import { CreditChecks } from './credit-checks.js';
import { CreditJobs } from './credit.jobs.js';
import { CreditLoader } from './credit.loader.js';
import { CreditResolver } from './credit.resolver.js';
import { Credits } from './credit.service.js';
import { CreditedPeriods } from './credited-periods.service.js';
import { DealCreditsResolver } from './deal-credits.resolver.js';

export { Credit, CreditKinds } from './credit.entity.js';
export { CreditJobs } from './credit.jobs.js';
export { Credits } from './credit.service.js';
export { payingKinds } from './credited-periods.service.js';

/** Who counts for what: credits of won deals, kept true when deals, people or teams change. */
@Module({
  imports: [TypeOrmModule.forFeature([Credit]), PeopleModule, DealModule],
  providers: [
    CreditChecks,
    CreditedPeriods,
    CreditJobs,
    CreditLoader,
    CreditResolver,
    Credits,
    DealCreditsResolver,
  ],
  exports: [CreditJobs, Credits],
})
export class CreditModule {}
