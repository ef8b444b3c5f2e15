import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const ProgressQuery = graphql(`
  query BadgeProgress($memberId: ID!, $period: String!) {
    badgeProgress(memberId: $memberId, period: $period) {
      current
      target
      badge {
        code
        version
        title
        description
        icon
        criteria
      }
      award {
        id
        period
        evidence
        awardedAt
        revokedAt
        reason
      }
    }
  }
`);

const MyAwardsQuery = graphql(`
  query MyAwards($memberId: ID!, $page: PageInput) {
    awards(memberId: $memberId, page: $page) {
      total
      rows {
        id
        period
        evidence
        awardedAt
        revokedAt
        reason
        badge {
          code
          version
          title
          icon
        }
      }
    }
  }
`);

const LatestAwardsQuery = graphql(`
  query LatestAwards {
    awards(page: { first: 12, offset: 0 }) {
      total
      rows {
        id
        period
        awardedAt
        revokedAt
        badge {
          code
          version
          title
          icon
        }
        member {
          id
          name
        }
      }
    }
  }
`);

export type Progress = ResultOf<typeof ProgressQuery>['badgeProgress'][number];
export type MyAward = ResultOf<typeof MyAwardsQuery>['awards']['rows'][number];
export type LatestAward = ResultOf<typeof LatestAwardsQuery>['awards']['rows'][number];

/** How near a member is to each badge in a period. */
export const useProgress = (variables: { memberId: string; period: string }) =>
  useQuery({ query: ProgressQuery, variables });

/** What a member has won, newest first, also what was taken back. */
export const useMyAwards = (memberId: string, page: { first: number; offset: number }) =>
  useQuery({ query: MyAwardsQuery, variables: { memberId, page } });

/** What anybody has won of late. */
export const useLatestAwards = () => useQuery({ query: LatestAwardsQuery });
