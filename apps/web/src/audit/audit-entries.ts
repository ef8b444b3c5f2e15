import { graphql, type ResultOf } from '../graphql/graphql.js';

export const AuditEntries = graphql(`
  query AuditEntries($filter: AuditFilter, $page: PageInput) {
    auditEntries(filter: $filter, page: $page) {
      total
      rows {
        sequence
        at
        actor {
          id
          name
        }
        tokenId
        action
        object
        objectIds
        before
        after
        counts
        outcome
        problem
        requestId
        hash
      }
    }
  }
`);

export type AuditEntry = ResultOf<typeof AuditEntries>['auditEntries']['rows'][number];
