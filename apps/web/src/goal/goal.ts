import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';

const GoalFields = graphql(`
  fragment GoalFields on GoalProgress {
    memberId
    teamId
    name
    period
    currency
    target
    actual
    attainment
    pace
    projection
    neededPerDay
    elapsedDays
    totalDays
    remainingDays
  }
`);

const GoalQuery = graphql(
  `
    query Goal($memberId: ID!, $period: String!) {
      goal(memberId: $memberId, period: $period) {
        ...GoalFields
      }
    }
  `,
  [GoalFields],
);

const TeamGoalsQuery = graphql(
  `
    query TeamGoals($period: String!) {
      teamGoals(period: $period) {
        ...GoalFields
      }
    }
  `,
  [GoalFields],
);

export type Goal = ResultOf<typeof GoalFields>;

/** How far a member is towards the quota of a period. */
export const useGoal = (variables: { memberId: string; period: string }) =>
  useQuery({ query: GoalQuery, variables });

/** The same for the teams the reader may see. */
export const useTeamGoals = (period: string) =>
  useQuery({ query: TeamGoalsQuery, variables: { period } });
