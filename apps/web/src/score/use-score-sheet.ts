import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import type { PageWindow } from '../ui/index.js';

const ScoreSheetQuery = graphql(`
  query ScoreSheet($period: String!, $search: String, $page: PageInput!) {
    scoreSheet(period: $period, search: $search, page: $page) {
      total
      rows {
        member {
          id
          name
        }
        scores {
          objective
          title
          score
          note
        }
      }
    }
  }
`);

/** One person with everything their plan has scored. */
export type ScoreRow = ResultOf<typeof ScoreSheetQuery>['scoreSheet']['rows'][number];
export type ObjectiveScore = ScoreRow['scores'][number];

export const useScoreSheet = (period: string, search: string, page: PageWindow) =>
  useQuery({ query: ScoreSheetQuery, variables: { period, search: search || null, page } });
