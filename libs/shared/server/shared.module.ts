import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExchangeRateModule } from '../exchange-rate/index.js';
import { ImportModule } from '../import/index.js';
import { Database } from './database.js';
import { Jobs } from './jobs.js';
import { Live } from './live.js';
import { Outbox } from './outbox.js';
import { Period } from './period.entity.js';
import { PeriodResolver } from './period.resolver.js';
import { Periods } from './periods.service.js';
import { queueConnection } from './queue.js';
import { Work } from './work.js';
import { WorkResolver } from './work.resolver.js';

const services = [Database, Jobs, Live, Outbox, Periods, Work];

/** What every slice stands on: tenant transactions, the outbox, live events and the calendar. */
@Global()
@Module({
  imports: [ExchangeRateModule, ImportModule, TypeOrmModule.forFeature([Period])],
  providers: [
    ...services,
    PeriodResolver,
    WorkResolver,
    { provide: 'QUEUE_CONNECTION', useFactory: queueConnection },
  ],
  exports: services,
})
export class SharedModule {}
