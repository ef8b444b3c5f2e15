import { CreditModule } from '@laurel/credit';
import { DealModule } from '@laurel/deal';
import { GoalModule } from '@laurel/goal';
import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BulkEarnings } from './bulk.service.js';
import { CommissionChecks } from './commission-checks.js';
import { BalanceMovement } from './balance-movement.entity.js';
import { BalanceResolver } from './balance.resolver.js';
import { Balances } from './balance.service.js';
import { CommissionJobs } from './commission.jobs.js';
import { Correction } from './correction.entity.js';
import { CorrectionOrigins } from './correction-origin.service.js';
import { Corrections } from './correction.service.js';
import { EarningRow } from './earning-row.entity.js';
import { Earning } from './earning.entity.js';
import { EarningResolver } from './earning.resolver.js';
import { Earnings } from './earning.service.js';
import { CorrectedPayResolver, LateChangeResolver } from './late-change.resolver.js';
import { LateChanges } from './late-change.service.js';
import { MissingRateResolver } from './missing-rate.resolver.js';
import { MissingRates } from './missing-rate.service.js';
import { Partitions } from './partition.service.js';
import { TeamPools } from './team-pool.service.js';
import { PartitionsDue } from './partitions-due.service.js';
import { PlanAssignment } from './plan-assignment.entity.js';
import { PlanAssignments } from './plan-assignment.service.js';
import { PlanRule } from './plan-rule.entity.js';
import {
  PlanRuleConflictResolver,
  PlanRuleMemberResolver,
  PlanRuleResolver,
} from './plan-rule.resolver.js';
import { PlanRules } from './plan-rule.service.js';
import { PlanTrialLines } from './plan-trial-line.service.js';
import { TrialPay } from './plan-trial-pay.service.js';
import { PlanTrialResolver, PlanTrialRowResolver } from './plan-trial.resolver.js';
import { PlanTrials } from './plan-trial.service.js';
import { PlanVersion } from './plan-version.entity.js';
import { Plan } from './plan.entity.js';
import { PlanLoader } from './plan.loader.js';
import { PlanAssignmentResolver, PlanResolver, PlanVersionResolver } from './plan.resolver.js';
import { Plans } from './plan.service.js';
import { QuotaPreviewResolver } from './quota-preview.resolver.js';
import { QuotaPreviews } from './quota-preview.service.js';
import { RecalculationResolver } from './recalculation.resolver.js';
import { Recalculations } from './recalculation.service.js';
import { ScoreSheetResolver } from './score-sheet.resolver.js';
import { ScoreSheets } from './score-sheet.service.js';
import { SettlementHistory } from './settlement-history.service.js';
import { Settlements } from './settlement.service.js';

export { PeriodBalance } from './balance-movement.entity.js';
export { Balances } from './balance.service.js';
export { CommissionJobs } from './commission.jobs.js';
export { Earning, EarningKinds, EarningPage } from './earning.entity.js';
export type { PartitionKey } from './earning-row.js';
export { Earnings } from './earning.service.js';
export { Partitions } from './partition.service.js';
export { PlanAssignments } from './plan-assignment.service.js';
export { PlanVersion } from './plan-version.entity.js';
export { Plan } from './plan.entity.js';
export { PlanLoader } from './plan.loader.js';
export { Plans } from './plan.service.js';

/** From credits to explained lines of pay, by plans kept in versions. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      BalanceMovement,
      Correction,
      Earning,
      EarningRow,
      Plan,
      PlanAssignment,
      PlanRule,
      PlanVersion,
    ]),
    CreditModule,
    DealModule,
    GoalModule,
    PeopleModule,
  ],
  providers: [
    BulkEarnings,
    CommissionChecks,
    BalanceResolver,
    Balances,
    CommissionJobs,
    CorrectionOrigins,
    CorrectedPayResolver,
    Corrections,
    EarningResolver,
    Earnings,
    LateChangeResolver,
    LateChanges,
    MissingRateResolver,
    MissingRates,
    Partitions,
    TeamPools,
    PartitionsDue,
    PlanAssignmentResolver,
    PlanAssignments,
    PlanRules,
    QuotaPreviewResolver,
    QuotaPreviews,
    PlanRuleResolver,
    PlanRuleMemberResolver,
    PlanRuleConflictResolver,
    PlanLoader,
    PlanResolver,
    Plans,
    PlanTrialLines,
    PlanTrialResolver,
    PlanTrialRowResolver,
    PlanTrials,
    PlanVersionResolver,
    RecalculationResolver,
    Recalculations,
    ScoreSheetResolver,
    ScoreSheets,
    SettlementHistory,
    Settlements,
    TrialPay,
  ],
  exports: [Balances, CommissionJobs, Earnings, Partitions, PlanAssignments, PlanLoader, Plans],
})
export class CommissionModule {}
