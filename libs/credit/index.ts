import { DealModule } from '@laurel/deal';
import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AwaitedCredit } from './awaited-credit.entity.js';
import { AwaitedCreditResolver } from './awaited-credit.resolver.js';
import { CreditEntry } from './credit-entry.entity.js';
import { CreditLedger } from './credit-ledger.service.js';
import { Credit } from './credit.entity.js';
import { CreditChecks } from './credit-checks.js';
import { CreditJobs } from './credit.jobs.js';
import { CreditLoader } from './credit.loader.js';
import { CreditResolver } from './credit.resolver.js';
import { Credits } from './credit.service.js';
import { CreditingRule } from './crediting-rule.entity.js';
import { CreditingRuleResolver } from './crediting-rule.resolver.js';
import { CreditingRules } from './crediting-rule.service.js';
import { CreditedPeriods } from './credited-periods.service.js';
import { DealCreditsResolver } from './deal-credits.resolver.js';
import { RuleChanges } from './rule-changes.service.js';
import { RuleReader } from './rule-reader.service.js';
import { UncreditedDealResolver } from './uncredited-deal.resolver.js';
import { UncreditedDeals } from './uncredited-deal.service.js';

export { Credit, CreditKinds } from './credit.entity.js';
export { CreditLoader } from './credit.loader.js';
export { CreditJobs } from './credit.jobs.js';
export { countedCredits } from './counted-credits.js';
export {
  creditRecord,
  ownBetween,
  ownMonths,
  rolledUpBetween,
  writeCreditMonths,
} from './credit-month.js';
export { Credits } from './credit.service.js';
export { UncreditedDeals } from './uncredited-deal.service.js';
export { payingKinds } from './credited-periods.service.js';
export { poolMates, poolPayees, sharesPool } from './pooled-pay.js';

/** Who counts for what: credits of won deals, kept true when deals, people or teams change. */
@Module({
  imports: [
    TypeOrmModule.forFeature([AwaitedCredit, Credit, CreditEntry, CreditingRule]),
    PeopleModule,
    DealModule,
  ],
  providers: [
    AwaitedCreditResolver,
    CreditChecks,
    CreditedPeriods,
    CreditJobs,
    CreditLedger,
    CreditLoader,
    CreditResolver,
    CreditingRuleResolver,
    CreditingRules,
    Credits,
    DealCreditsResolver,
    RuleChanges,
    RuleReader,
    UncreditedDealResolver,
    UncreditedDeals,
  ],
  exports: [CreditJobs, CreditLoader, Credits, UncreditedDeals],
})
export class CreditModule {}
