import { parsePlan, type PlanDocument } from '@laurel/commission/core';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { PlanRuleFields } from '../plan-rule/plan-rule.js';

/** A plan with its versions and the people it is for. */
export const PlanFields = graphql(
  `
    fragment PlanFields on Plan {
      id
      name
      versions {
        id
        number
        effectiveFrom
        document
        createdAt
        author {
          id
          name
        }
      }
      assignments {
        id
        from
        to
        member {
          id
          name
        }
        rule {
          ...PlanRuleFields
        }
      }
      rules {
        people
        ...PlanRuleFields
      }
    }
  `,
  [PlanRuleFields],
);

export const PlanQuery = graphql(
  `
    query Plan($id: ID!) {
      plan(id: $id) {
        ...PlanFields
      }
    }
  `,
  [PlanFields],
);

export type Plan = ResultOf<typeof PlanFields>;
export type PlanVersion = Plan['versions'][number];

/** Versions with the newest first. */
export const newestFirst = ({ versions }: Plan): PlanVersion[] =>
  versions.toSorted((a, b) => b.number - a.number);

/** The version that holds on a day; before the first one begins, the first. */
export function versionOn(plan: Plan, day: string): PlanVersion | undefined {
  const versions = newestFirst(plan);
  return versions.find(({ effectiveFrom }) => effectiveFrom <= day) ?? versions.at(-1);
}

/** A stored document, with its defaults; it was checked when it was saved. */
export const documentOf = ({ document }: PlanVersion): PlanDocument => parsePlan(document);
