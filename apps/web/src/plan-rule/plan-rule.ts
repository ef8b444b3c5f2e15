import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

/** What a rule names. */
export const PlanRuleFields = graphql(`
  fragment PlanRuleFields on PlanRule {
    id
    role
    below
    region
    from
    to
    team {
      id
      name
    }
  }
`);

export const PreviewPlanRule = graphql(`
  query PreviewPlanRule($input: PlanRuleInput!) {
    previewPlanRule(input: $input) {
      total
      kept
      foreign
      rows {
        from
        to
        member {
          id
          name
        }
        before {
          id
          name
        }
      }
      conflicts {
        from
        to
        member {
          id
          name
        }
        plan {
          id
          name
        }
      }
    }
  }
`);

export const SavePlanRule = graphql(
  `
    mutation SavePlanRule($input: PlanRuleInput!) {
      savePlanRule(input: $input) {
        ...PlanRuleFields
      }
    }
  `,
  [PlanRuleFields],
);

export const RemovePlanRule = graphql(`
  mutation RemovePlanRule($id: ID!) {
    removePlanRule(id: $id)
  }
`);

export type PlanRule = ResultOf<typeof PlanRuleFields>;
export type PlanRuleInput = VariablesOf<typeof SavePlanRule>['input'];
export type PlanRulePreview = ResultOf<typeof PreviewPlanRule>['previewPlanRule'];

/** A rule as one would save it again, unchanged. */
export const inputOf = (planId: string, { id, team, ...named }: PlanRule): PlanRuleInput => ({
  id,
  planId,
  teamId: team?.id ?? null,
  role: named.role,
  below: named.below,
  region: named.region,
  from: named.from,
  to: named.to,
});

/** A new rule: everybody, from a day on. */
export const newRule = (planId: string, from: string): PlanRuleInput => ({
  planId,
  from,
  role: null,
  teamId: null,
  below: true,
  region: null,
  to: null,
});
