import type { PeriodKind } from '@laurel/shared/core';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const PeriodsQuery = graphql(`
  query Periods {
    periods {
      name
      kind
      from
      to
      status
    }
    month: currentPeriod(kind: month) {
      name
    }
    quarter: currentPeriod(kind: quarter) {
      name
    }
    year: currentPeriod(kind: year) {
      name
    }
  }
`);

export type Periods = ResultOf<typeof PeriodsQuery>;
export type PeriodRow = Periods['periods'][number];

/** The period a page shows, kept in its address so that a link leads to the same figures. */
export function usePeriodChoice(startKind: CalendarKind = 'quarter') {
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

/** The kinds that every organisation uses. */
type CalendarKind = 'month' | 'quarter' | 'year';

/** Name of the period of a kind that today falls into. */
export const currentOf = (periods: Periods, kind: CalendarKind): string => periods[kind].name;

/** Periods of one kind, newest first. */
export const periodsOfKind = (periods: Periods, kind: PeriodKind): PeriodRow[] =>
  periods.periods.filter((each) => each.kind === kind);

/** The kinds of period that the organisation uses, the shortest first. */
export const kindsInUse = (periods: Periods): PeriodKind[] => [
  ...new Set(periods.periods.map(({ kind }) => kind)),
];

export type PeriodChoice = ReturnType<typeof usePeriodChoice>;
