import type { Measure } from '@laurel/standing/core';
import { useQuery, useSubscription } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import type { PageWindow } from '../ui/index.js';

const BoardQuery = graphql(`
  query Board($period: String!, $measure: Measure!, $teamId: ID, $page: PageInput) {
    leaderboard(period: $period, measure: $measure, teamId: $teamId, page: $page) {
      period
      measure
      total
      updatedAt
      rows {
        rank
        movement
        score
        currency
        mine
        member {
          id
          name
          team {
            id
            name
          }
        }
      }
      mine {
        rank
        movement
        score
        currency
        mine
        member {
          id
          name
          team {
            id
            name
          }
        }
      }
    }
  }
`);

const StandingsChanged = graphql(`
  subscription StandingsChanged {
    standingsChanged {
      period
      at
    }
  }
`);

export type Board = ResultOf<typeof BoardQuery>['leaderboard'];
export type Place = Board['rows'][number];
type Signal = ResultOf<typeof StandingsChanged>;

type Choice = { period: string; measure: Measure; teamId?: string; page: PageWindow };

/** One page of a leaderboard, fetched again whenever its standings change. */
export function useBoard(choice: Choice) {
  const query = useQuery({ query: BoardQuery, variables: choice });
  const [, refetch] = query;
  useStandingsChange(choice.period, () => refetch({ requestPolicy: 'network-only' }));
  return query;
}

/** Calls back when the standings of a period have changed. */
export function useStandingsChange(period: string | undefined, onChange: () => void): void {
  useSubscription<Signal, Signal>({ query: StandingsChanged, pause: !period }, (_, signal) => {
    if (signal.standingsChanged.period === period) onChange();
    return signal;
  });
}
