import type { PeriodKind } from '@laurel/shared/core';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const PeriodsQuery = graphql(`
  query Periods {
    month: periods(kind: month) {
      name
      kind
      from
      to
      status
    }
    quarter: periods(kind: quarter) {
      name
      kind
      from
      to
      status
    }
    year: periods(kind: year) {
      name
      kind
      from
      to
      status
    }
    currentMonth: currentPeriod(kind: month) {
      name
    }
    currentQuarter: currentPeriod(kind: quarter) {
      name
    }
    currentYear: currentPeriod(kind: year) {
      name
    }
  }
`);

export type PeriodRow = ResultOf<typeof PeriodsQuery>['month'][number];

/** The period a page shows, kept in its address so that a link leads to the same figures. */
export function usePeriodChoice(startKind: PeriodKind = 'quarter') {
  const query = useQuery({ query: PeriodsQuery });
  const [params, setParams] = useSearchParams();
  const [{ data }] = query;
  const chosen = params.get('period') ?? (data && currentOf(data, startKind));
  const choose = (name: string) =>
    setParams(
      (last) => {
        last.set('period', name);
        return last;
      },
      { replace: true },
    );
  return { query, period: chosen, periods: data, choose };
}

/** Name of the period of a kind that today falls into. */
export function currentOf(periods: ResultOf<typeof PeriodsQuery>, kind: PeriodKind): string {
  const { currentMonth, currentQuarter, currentYear } = periods;
  return { month: currentMonth, quarter: currentQuarter, year: currentYear }[kind].name;
}

export type Periods = ResultOf<typeof PeriodsQuery>;
export type PeriodChoice = ReturnType<typeof usePeriodChoice>;
