import { graphql, type ResultOf } from '../graphql/graphql.js';

/** A person as the list and the form of people show them. */
export const PersonFields = graphql(`
  fragment PersonFields on Member {
    id
    name
    email
    role
    hr
    region
    hiredOn
    leftOn
    currency
    locale
    hasSignIn
    team {
      id
      name
    }
    manager {
      id
      name
    }
  }
`);

export type Person = ResultOf<typeof PersonFields>;
