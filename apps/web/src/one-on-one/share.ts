import { graphql, type ResultOf } from '../graphql/graphql.js';

export const SharedQuery = graphql(`
  query SharedOneOnOnes {
    sharedOneOnOnes {
      id
      sharedOn
      member {
        id
        name
      }
      partner {
        id
        name
      }
      notes {
        number
        day
        text
      }
      actions {
        id
        text
        dueOn
        owner {
          id
          name
        }
      }
    }
  }
`);

export const ShareSeries = graphql(`
  mutation ShareOneOnOne($oneOnOneId: ID!, $readerId: ID!) {
    shareOneOnOne(oneOnOneId: $oneOnOneId, readerId: $readerId) {
      id
    }
  }
`);

export const UnshareSeries = graphql(`
  mutation UnshareOneOnOne($oneOnOneId: ID!) {
    unshareOneOnOne(oneOnOneId: $oneOnOneId) {
      id
    }
  }
`);

export type Shown = ResultOf<typeof SharedQuery>['sharedOneOnOnes'][number];
