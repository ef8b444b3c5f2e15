import { Query, Resolver } from '@nestjs/graphql';
import { MissingRate } from './missing-rate.js';
import { MissingRates } from './missing-rate.service.js';

@Resolver(() => MissingRate)
export class MissingRateResolver {
  constructor(private readonly rates: MissingRates) {}

  @Query(() => [MissingRate], { description: 'Exchange rates that pay waits for, by pair.' })
  missingRates() {
    return this.rates.list();
  }
}
