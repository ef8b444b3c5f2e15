import type { LineDetail } from '@laurel/commission/core';
import { useQuery, useSubscription } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const StatementQuery = graphql(`
  query Statement($memberId: ID!, $period: String!) {
    statement(memberId: $memberId, period: $period) {
      id
      period
      currency
      credited
      quota
      attainment
      earned
      payout
      paidIn {
        currency
        amount
        rate
        source
        day
      }
      balance {
        accounts {
          account
          movements {
            id
            kind
            pay
          }
        }
      }
      changed
      versions {
        number
        seenAt
        earned
        currency
      }
      dealCount
      lineCount
      computedAt
      problems {
        code
        message
        dealId
      }
      lines(page: { first: 1, offset: 0 }) {
        rows {
          id
          planVersion {
            id
            number
            effectiveFrom
            document
          }
        }
      }
    }
  }
`);

/** A line of pay with the deal it comes from. */
export const LineFields = graphql(`
  fragment LineFields on Earning {
    id
    component
    kind
    tier
    tierFrom
    tierTo
    base
    rate
    multiplier
    exact
    amount
    currency
    rounding
    creditedBefore
    quota
    detail
    credit {
      id
      creditedOn
      datedBy
    }
    deal {
      id
      externalId
      name
      closedOn
      account {
        id
        name
      }
      product {
        id
        name
      }
    }
  }
`);

const LinesQuery = graphql(
  `
    query StatementLines($memberId: ID!, $period: String!, $page: PageInput, $search: String) {
      statement(memberId: $memberId, period: $period) {
        id
        lines(page: $page, search: $search) {
          total
          rows {
            ...LineFields
          }
        }
      }
    }
  `,
  [LineFields],
);

const HistoryQuery = graphql(`
  query StatementHistory($memberId: ID!) {
    statementHistory(memberId: $memberId) {
      id
      period
      currency
      earned
      credited
      attainment
      changed
    }
  }
`);

const StatementChanged = graphql(`
  subscription StatementChanged {
    statementChanged {
      memberId
      period
      at
    }
  }
`);

export type Statement = NonNullable<ResultOf<typeof StatementQuery>['statement']>;
export type Line = ResultOf<typeof LineFields>;

/** A line as its explanation takes it; what GraphQL sends as JSON is a detail of the engine. */
export const explained = (line: Line) => ({ ...line, detail: line.detail as LineDetail | null });
export type HistoryRow = ResultOf<typeof HistoryQuery>['statementHistory'][number];
type Signal = ResultOf<typeof StatementChanged>;

export type Whose = { readonly memberId: string; readonly period: string };

/** A payee's statement of a period, without its lines. */
export const useStatement = (variables: Whose) => useQuery({ query: StatementQuery, variables });

/** One page of the lines of a statement. */
export const useLines = (
  variables: Whose & { page: { first: number; offset: number }; search: string | null },
) => useQuery({ query: LinesQuery, variables });

/** Every statement of a payee, oldest first. */
export const useHistory = (memberId: string) =>
  useQuery({ query: HistoryQuery, variables: { memberId } });

/** Calls back when a statement of the payee has changed; of any period when none is given. */
export function useStatementChange(
  { memberId, period }: { memberId: string; period?: string },
  onChange: () => void,
): void {
  useSubscription<Signal, Signal>({ query: StatementChanged }, (_, signal) => {
    const changed = signal.statementChanged;
    if (changed.memberId === memberId && (!period || changed.period === period)) onChange();
    return signal;
  });
}
