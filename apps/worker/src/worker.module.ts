import { BadgeModule } from '@laurel/badge';
import { CommissionModule } from '@laurel/commission';
import { CreditModule } from '@laurel/credit';
import { DealModule } from '@laurel/deal';
import { GoalModule } from '@laurel/goal';
import { OneOnOneModule } from '@laurel/one-on-one';
import { PeopleModule } from '@laurel/people';
import { SharedModule, dataSourceOptions } from '@laurel/shared';
import { StandingModule } from '@laurel/standing';
import { StatementModule } from '@laurel/statement';
import { SurveyModule } from '@laurel/survey';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

@Module({
  imports: [
    TypeOrmModule.forRoot({ ...dataSourceOptions(), autoLoadEntities: true }),
    SharedModule,
    PeopleModule,
    DealModule,
    CreditModule,
    GoalModule,
    CommissionModule,
    StatementModule,
    StandingModule,
    BadgeModule,
    SurveyModule,
    OneOnOneModule,
  ],
})
export class WorkerModule {}
