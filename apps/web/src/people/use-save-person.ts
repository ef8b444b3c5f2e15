import { useMutation } from 'urql';
import { graphql, type VariablesOf } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';
import { type Person, PersonFields } from './person-fields.js';

const SaveMember = graphql(
  `
    mutation SaveMember($input: MemberInput!) {
      saveMember(input: $input) {
        ...PersonFields
      }
    }
  `,
  [PersonFields],
);

export type PersonInput = VariablesOf<typeof SaveMember>['input'];

/** A person as one would save them again, unchanged. */
export const inputOf = ({
  id,
  name,
  email,
  role,
  hr,
  region,
  hiredOn,
  leftOn,
  currency,
  locale,
}: Person) => ({
  id,
  name,
  email,
  role,
  hr,
  region,
  hiredOn,
  leftOn,
  currency,
  locale,
});

/** Saves a person with a word about how it went; answers true when it was saved. */
export function useSavePerson() {
  const say = useSay();
  const [{ fetching }, save] = useMutation(SaveMember);
  async function savePerson(input: PersonInput, message: string): Promise<boolean> {
    const { error } = await save({ input }, { additionalTypenames: ['MemberPage', 'Team'] });
    if (error) say.problem(error);
    else say.done(message);
    return !error;
  }
  return { busy: fetching, savePerson };
}
