import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PageInput } from '../server/page.js';
import {
  ExchangeRate,
  ExchangeRateFilter,
  ExchangeRateInput,
  ExchangeRatePage,
} from './exchange-rate.entity.js';
import { ExchangeRates } from './exchange-rate.service.js';
import { ExchangeRateWriter } from './exchange-rate-writer.service.js';

@Resolver(() => ExchangeRate)
export class ExchangeRateResolver {
  constructor(
    private readonly rates: ExchangeRates,
    private readonly writer: ExchangeRateWriter,
  ) {}

  @Query(() => ExchangeRatePage, {
    name: 'exchangeRates',
    description: 'Rates by pair of currencies, newest first.',
  })
  page(
    @Args('filter', { type: () => ExchangeRateFilter, nullable: true })
    filter?: ExchangeRateFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ) {
    return this.rates.page(filter, page);
  }

  @Mutation(() => [ExchangeRate], {
    description:
      'Adds or changes up to 1,000 rates, all or none; pay that used others is computed again.',
  })
  saveExchangeRates(
    @Args('inputs', { type: () => [ExchangeRateInput] }) inputs: ExchangeRateInput[],
  ) {
    return this.writer.save(inputs);
  }

  @Mutation(() => Boolean, {
    description: 'Takes a rate away: the pair’s earlier one holds on. False when there was none.',
  })
  removeExchangeRate(@Args('id', { type: () => ID }) id: string) {
    return this.writer.remove(id);
  }
}
