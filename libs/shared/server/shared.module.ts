import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { ExchangeRateModule } from '../exchange-rate/index.js';
import { ImportModule } from '../import/index.js';
import { Database } from './database.js';
import { FailedWorks } from './failed-work.service.js';
import { Jobs } from './jobs.js';
import { Live } from './live.js';
import { Outbox } from './outbox.js';
import { PeriodChange } from './period-change.entity.js';
import { PeriodChecks } from './period-checks.js';
import { PeriodClosing } from './period-closing.service.js';
import { PeriodLocks } from './period-locks.js';
import { Period } from './period.entity.js';
import { PeriodResolver } from './period.resolver.js';
import { Periods } from './periods.service.js';
import { queueConnection } from './queue.js';
import { WaitingWork } from './waiting-work.service.js';
import { WorkChecks } from './work-checks.js';
import { Work } from './work.js';
import { WorkResolver } from './work.resolver.js';

const services = [
  Database,
  Jobs,
  Live,
  Outbox,
  PeriodChecks,
  PeriodLocks,
  Periods,
  WaitingWork,
  Work,
];

/** What every slice stands on: tenant transactions, the outbox, live events and the calendar. */
@Global()
@Module({
  imports: [
    AuditModule,
    ExchangeRateModule,
    ImportModule,
    TypeOrmModule.forFeature([Period, PeriodChange]),
  ],
  providers: [
    ...services,
    FailedWorks,
    PeriodClosing,
    PeriodResolver,
    WorkChecks,
    WorkResolver,
    { provide: 'QUEUE_CONNECTION', useFactory: queueConnection },
  ],
  exports: services,
})
export class SharedModule {}
