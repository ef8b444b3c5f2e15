import type { RuleDocument } from '@laurel/credit/core';
import { DealFields } from '../deal/deal-fields.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';

export const CreditingRulesQuery = graphql(`
  query CreditingRules {
    creditingRules {
      id
      name
      number
      priority
      from
      to
      document
      named {
        id
        name
      }
    }
  }
`);

export const SaveCreditingRule = graphql(`
  mutation SaveCreditingRule($input: CreditingRuleInput!) {
    saveCreditingRule(input: $input) {
      id
    }
  }
`);

export const RemoveCreditingRule = graphql(`
  mutation RemoveCreditingRule($id: ID!) {
    removeCreditingRule(id: $id)
  }
`);

export const UncreditedDealsQuery = graphql(
  `
    query UncreditedDeals($page: PageInput) {
      uncreditedDeals(page: $page) {
        total
        rows {
          reason
          open
          payee {
            id
            name
          }
          deal {
            ...DealFields
          }
        }
      }
    }
  `,
  [DealFields],
);

type Row = ResultOf<typeof CreditingRulesQuery>['creditingRules'][number];

/** A rule as the page shows it: its document is what the core checked. */
export type Rule = Omit<Row, 'document'> & { readonly document: RuleDocument };

export const rulesOf = (data: ResultOf<typeof CreditingRulesQuery>): Rule[] =>
  data.creditingRules.map((row) => ({ ...row, document: row.document as RuleDocument }));

export type UncreditedRow = ResultOf<
  typeof UncreditedDealsQuery
>['uncreditedDeals']['rows'][number];

/** A changed rule leaves rules, credits and the work list stale. */
export const touchesRules = {
  additionalTypenames: ['CreditingRule', 'UncreditedDeal', 'UncreditedDealPage', 'Credit'],
};
