import { graphql, type ResultOf } from '../graphql/graphql.js';

/** A period as its page shows it. */
export const PeriodFields = graphql(`
  fragment PeriodFields on Period {
    name
    kind
    from
    to
    status
    waiting
    changes {
      id
      status
      reason
      changedAt
      member {
        id
        name
      }
    }
  }
`);

export type PeriodDetail = ResultOf<typeof PeriodFields>;

/** Where an open point is settled. */
export const placeOfPoint: Readonly<Record<string, (period: string) => string>> = {
  UNASSIGNED_DEALS: () => '/deals?status=won',
  PLAN_MISSING: () => '/plans',
  PLAN_RULE_CONFLICT: () => '/plans',
  QUOTA_MISSING: (period) => `/plans?tab=quota&period=${period}`,
  TARGET_MISSING: (period) => `/plans?tab=targetPay&period=${period}`,
  RATE_MISSING: (period) => `/statements?period=${period}`,
  PAYOUT_RATE_MISSING: (period) => `/statements?period=${period}`,
  IMPORTS_UNFINISHED: () => '/import',
  WORK_PENDING: (period) => `/statements?period=${period}`,
};
