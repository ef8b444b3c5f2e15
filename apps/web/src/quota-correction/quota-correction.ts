import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.js';

export const QuotaCorrectionsQuery = graphql(`
  query QuotaCorrections($period: String!) {
    quotaCorrections(period: $period) {
      id
      number
      amount
      currency
      reason
      createdAt
      member {
        id
        name
      }
      createdBy {
        id
        name
      }
    }
  }
`);

export const PreviewQuotaCorrections = graphql(`
  query PreviewQuotaCorrections($inputs: [QuotaCorrectionInput!]!) {
    previewQuotaCorrections(inputs: $inputs) {
      period
      currency
      before
      after
      difference
      member {
        id
        name
      }
    }
  }
`);

export const CorrectQuotas = graphql(`
  mutation CorrectQuotas($inputs: [QuotaCorrectionInput!]!, $reason: String!) {
    correctQuotas(inputs: $inputs, reason: $reason) {
      id
    }
  }
`);

export type QuotaCorrection = ResultOf<typeof QuotaCorrectionsQuery>['quotaCorrections'][number];
export type CorrectionInput = VariablesOf<typeof CorrectQuotas>['inputs'][number];
export type CorrectedPay = ResultOf<
  typeof PreviewQuotaCorrections
>['previewQuotaCorrections'][number];

/** The last correction of each person holds. */
export function heldAmounts(corrections: readonly QuotaCorrection[]): ReadonlyMap<string, string> {
  const last = corrections.toSorted((a, b) => a.number - b.number);
  return new Map(last.map(({ member, amount }) => [member.id, amount]));
}
