import { graphql, type ResultOf } from '../graphql/graphql.js';

/** A deal as lists and forms show it. */
export const DealFields = graphql(`
  fragment DealFields on Deal {
    id
    externalId
    name
    amount
    currency
    status
    stage
    createdOn
    closedOn
    bookedOn
    invoicedOn
    contractMonths
    cancelledOn
    cancelReason
    monthsServed
    region
    attributes
    version
    updatedAt
    account {
      id
      name
    }
    product {
      id
      name
    }
    owner {
      id
      name
    }
    splits {
      share
      kind
      payee {
        id
        name
      }
    }
  }
`);

export type Deal = ResultOf<typeof DealFields>;
export type DealStatus = Deal['status'];
export const statuses: readonly DealStatus[] = ['open', 'won', 'lost'];
