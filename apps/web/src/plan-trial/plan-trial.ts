import { kindOf, type PeriodKind } from '@laurel/shared/core';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { LineFields } from '../pay/statement.js';
import { PlanFields } from '../plan/plan-fields.js';
import { type PageWindow, type Periods, periodsOfKind, type SortDirection } from '../ui/index.js';

const TriedPlanQuery = graphql(
  `
    query TriedPlan($id: ID!) {
      plan(id: $id) {
        ...PlanFields
      }
    }
  `,
  [PlanFields],
);

const TrialQuery = graphql(`
  query PlanTrial(
    $trial: PlanTrialInput!
    $search: String
    $sort: PlanTrialColumn
    $descending: Boolean
    $page: PageInput
  ) {
    tryPlan(trial: $trial, search: $search, sort: $sort, descending: $descending, page: $page) {
      period
      from
      currency
      current
      tried
      spread {
        from
        to
        payees
      }
      payees {
        total
        rows {
          payee {
            id
            name
          }
          current
          tried
          difference
          attainment
          problems {
            code
            message
            dealId
          }
        }
      }
    }
  }
`);

const TriedLinesQuery = graphql(
  `
    query TriedLines(
      $trial: PlanTrialInput!
      $payeeId: ID!
      $side: PlanTrialSide!
      $page: PageInput
    ) {
      triedLines(trial: $trial, payeeId: $payeeId, side: $side, page: $page) {
        total
        rows {
          ...LineFields
        }
      }
    }
  `,
  [LineFields],
);

export type Trial = ResultOf<typeof TrialQuery>['tryPlan'];
export type TrialRow = Trial['payees']['rows'][number];
export type Band = Trial['spread'][number];

/** What is tried: a document instead of a plan's versions, in a period, from one of its days on. */
export type TrialInput = {
  readonly planId: string;
  readonly document: unknown;
  readonly period: string;
  readonly from: string | null;
};

export type Side = 'current' | 'tried';
export type Column = 'name' | Side | 'difference' | 'attainment';
export type Sort = { readonly field: Column; readonly direction: SortDirection };

/** The plan with all its versions. */
export const useTriedPlan = (id: string) => useQuery({ query: TriedPlanQuery, variables: { id } });

type List = { readonly search: string; readonly sort: Sort; readonly page: PageWindow };

/** Figures of all whom the plan pays, and a page of these people. It is computed anew each time: nothing of it is kept. */
export const useTrial = (trial: TrialInput, { search, sort, page }: List) =>
  useQuery({
    query: TrialQuery,
    variables: {
      trial,
      search: search || null,
      sort: sort.field,
      descending: sort.direction === 'desc',
      page,
    },
    requestPolicy: 'network-only',
  });

/** A page of the lines of one payee, on one side of a trial. */
export const useTriedLines = (
  trial: TrialInput,
  payeeId: string,
  { side, page }: { side: Side; page: PageWindow },
) =>
  useQuery({
    query: TriedLinesQuery,
    variables: { trial, payeeId, side, page },
    requestPolicy: 'network-only',
  });

/** The period to try a plan on: the one that was asked for, if it is of the kind; else the last that is over. */
export function triedPeriod(
  periods: Periods,
  kind: PeriodKind,
  asked: string | null,
  today: string,
): string | undefined {
  if (asked && kindOf(asked) === kind) return asked;
  const offered = periodsOfKind(periods, kind);
  return (offered.find(({ to }) => to <= today) ?? offered[0])?.name;
}
