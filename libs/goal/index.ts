import { PeopleModule } from '@laurel/people';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreditedMonthResolver } from './credited-month.resolver.js';
import { CreditedMonths } from './credited-month.service.js';
import { GoalResolver } from './goal.resolver.js';
import { Goals } from './goal.service.js';
import { QuotaCorrection } from './quota-correction.entity.js';
import { QuotaCorrectionResolver } from './quota-correction.resolver.js';
import { QuotaCorrections } from './quota-correction.service.js';
import { Quota } from './quota.entity.js';
import { QuotaImport } from './quota.import.js';
import { QuotaResolver } from './quota.resolver.js';
import { Quotas } from './quota.service.js';
import { QuotaWriter } from './quota-writer.service.js';
import { ScoreWriter } from './score-writer.service.js';
import { Score } from './score.entity.js';
import { ScoreImport } from './score.import.js';
import { ScoreResolver } from './score.resolver.js';
import { Scores } from './score.service.js';
import { TargetPayWriter } from './target-pay-writer.service.js';
import { TargetPay } from './target-pay.entity.js';
import { TargetPayImport } from './target-pay.import.js';
import { TargetPayResolver } from './target-pay.resolver.js';
import { TargetPays } from './target-pay.service.js';
import { TeamMembersService } from './team-members.service.js';

/** Quotas, and how far people and teams are in reaching them. */
@Module({
  imports: [TypeOrmModule.forFeature([Quota, QuotaCorrection, Score, TargetPay]), PeopleModule],
  providers: [
    CreditedMonths,
    CreditedMonthResolver,
    Goals,
    GoalResolver,
    QuotaCorrectionResolver,
    QuotaCorrections,
    QuotaImport,
    Quotas,
    QuotaResolver,
    QuotaWriter,
    ScoreImport,
    ScoreResolver,
    Scores,
    ScoreWriter,
    TargetPayImport,
    TargetPayResolver,
    TargetPays,
    TargetPayWriter,
    TeamMembersService,
  ],
  exports: [Quotas, QuotaCorrections, QuotaWriter, Scores, TargetPays, TeamMembersService],
})
export class GoalModule {}

export { Quota, QuotaCorrectionInput } from './quota.entity.js';
export { QuotaCorrections } from './quota-correction.service.js';
export { QuotaWriter } from './quota-writer.service.js';
export { Score } from './score.entity.js';
export { Scores } from './score.service.js';
export { TargetPays } from './target-pay.service.js';
export { Quotas } from './quota.service.js';
export { TeamMembersService, type TeamMembers } from './team-members.service.js';
