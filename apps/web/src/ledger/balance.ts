import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const BalancesQuery = graphql(`
  query Balances($memberId: ID!) {
    balances(memberId: $memberId) {
      period
      currency
      earned
      payout
      accounts {
        account
        opening
        closing
        movements {
          id
          kind
          amount
          pay
          originalPeriod
          deal {
            id
            name
          }
        }
      }
    }
  }
`);

/** One period of a payee's ledger. */
export type PeriodBalance = ResultOf<typeof BalancesQuery>['balances'][number];
export type AccountBalance = PeriodBalance['accounts'][number];
export type Movement = AccountBalance['movements'][number];

/** A payee's ledger over all periods, the newest last. */
export const useBalances = (memberId: string) =>
  useQuery({ query: BalancesQuery, variables: { memberId } });
