import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExchangeRate } from './exchange-rate.entity.js';
import { ExchangeRateImport } from './exchange-rate.import.js';
import { ExchangeRateResolver } from './exchange-rate.resolver.js';
import { ExchangeRates } from './exchange-rate.service.js';
import { ExchangeRateWriter } from './exchange-rate-writer.service.js';

/** What currencies are worth in each other, from day to day. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ExchangeRate])],
  providers: [ExchangeRateImport, ExchangeRateResolver, ExchangeRates, ExchangeRateWriter],
  exports: [ExchangeRates],
})
export class ExchangeRateModule {}

export { ExchangeRates } from './exchange-rate.service.js';
