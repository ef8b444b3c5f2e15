import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { FormProblem } from './form-problem.js';
import { NewPasswordInput } from './new-password-input.js';
import { useSession } from './session.js';

const InvitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      memberName
      email
      organizationName
    }
  }
`);

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($token: String!, $password: String!) {
    acceptInvitation(token: $token, password: $password) {
      member {
        id
      }
    }
  }
`);

type Invitation = NonNullable<ResultOf<typeof InvitationQuery>['invitation']>;

/** Whoever was invited chooses a password here; a link that was used or is too old says so. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const query = useQuery({ query: InvitationQuery, variables: { token } });
  return (
    <Loaded of={query}>
      {({ invitation }) =>
        invitation ? <Accept token={token} invitation={invitation} /> : <Spent />
      }
    </Loaded>
  );
}

function Accept({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation('session');
  const { renew } = useSession();
  const [{ fetching, error }, accept] = useMutation(AcceptInvitation);
  const form = useForm({ initialValues: { password: '' } });
  const submit = form.onSubmit(async ({ password }) => {
    const { data } = await accept({ token, password });
    if (data) renew();
  });
  return (
    <form onSubmit={submit}>
      <PageHeader
        title={t('invitation.title', { name: invitation.memberName })}
        lead={t('invitation.lead', { organization: invitation.organizationName })}
      />
      <Stack gap="md">
        <FormProblem error={error} />
        <TextInput
          readOnly
          size="md"
          autoComplete="username"
          label={t('email')}
          value={invitation.email}
        />
        <NewPasswordInput size="md" label={t('password')} {...form.getInputProps('password')} />
        <Button type="submit" size="md" mt="xs" loading={fetching}>
          {t('invitation.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function Spent() {
  const { t } = useTranslation('session');
  return (
    <>
      <PageHeader title={t('invitation.spentTitle')} />
      <EmptyState
        icon={IconLinkOff}
        title={t('invitation.spent')}
        action={
          <Anchor component={Link} to="/sign-in">
            {t('signUp.toSignIn')}
          </Anchor>
        }
      >
        {t('invitation.spentNext')}
      </EmptyState>
    </>
  );
}
