import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

export const ExchangeRatesQuery = graphql(`
  query ExchangeRates($filter: ExchangeRateFilter, $page: PageInput) {
    exchangeRates(filter: $filter, page: $page) {
      total
      rows {
        id
        from
        to
        day
        rate
        source
      }
    }
  }
`);

export const MissingRatesQuery = graphql(`
  query MissingRates {
    missingRates {
      from
      to
      firstDay
      lastDay
      deals
    }
  }
`);

export const SaveExchangeRates = graphql(`
  mutation SaveExchangeRates($inputs: [ExchangeRateInput!]!) {
    saveExchangeRates(inputs: $inputs) {
      id
      from
      to
      day
      rate
      source
    }
  }
`);

export const RemoveExchangeRate = graphql(`
  mutation RemoveExchangeRate($id: ID!) {
    removeExchangeRate(id: $id)
  }
`);

export type Rate = ResultOf<typeof ExchangeRatesQuery>['exchangeRates']['rows'][number];
export type MissingRate = ResultOf<typeof MissingRatesQuery>['missingRates'][number];
export type RateInput = VariablesOf<typeof SaveExchangeRates>['inputs'][number];

/** What the form starts with: a rate there is, or a pair that needs one. */
export type RateDraft = Partial<Omit<Rate, 'id'>>;

/** A save or a removal leaves every list of rates stale, also the empty ones. */
export const touchesRates = {
  additionalTypenames: ['ExchangeRate', 'ExchangeRatePage', 'MissingRate'],
};
