import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { PageHeader } from '../ui/index.js';
import { FormProblem } from './form-problem.js';
import { NewPasswordInput } from './new-password-input.js';
import { useSession } from './session.js';

const SignUp = graphql(`
  mutation SignUp($organizationName: String!, $name: String!, $email: String!, $password: String!) {
    signUp(organizationName: $organizationName, name: $name, email: $email, password: $password) {
      member {
        id
      }
    }
  }
`);

/** Opens a new organisation; whoever opens it administers it. */
export function SignUpPage() {
  const { t } = useTranslation('session');
  const { renew } = useSession();
  const [{ fetching, error }, signUp] = useMutation(SignUp);
  const form = useForm({
    initialValues: { organizationName: '', name: '', email: '', password: '' },
  });
  const submit = form.onSubmit(async (values) => {
    const { data } = await signUp({ ...values, email: values.email.trim() });
    if (data) renew();
  });
  return (
    <form onSubmit={submit}>
      <PageHeader title={t('signUp.title')} lead={t('signUp.lead')} />
      <Stack gap="md">
        <FormProblem error={error} />
        <TextInput
          required
          size="md"
          autoComplete="organization"
          label={t('organizationName')}
          {...form.getInputProps('organizationName')}
        />
        <TextInput
          required
          size="md"
          autoComplete="name"
          label={t('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          required
          size="md"
          type="email"
          autoComplete="username"
          label={t('email')}
          {...form.getInputProps('email')}
        />
        <NewPasswordInput size="md" label={t('password')} {...form.getInputProps('password')} />
        <Button type="submit" size="md" mt="xs" loading={fetching}>
          {t('signUp.submit')}
        </Button>
        <Text c="dimmed" ta="center">
          {t('signUp.haveAccount')}{' '}
          <Anchor component={Link} to="/sign-in" underline="always">
            {t('signUp.toSignIn')}
          </Anchor>
        </Text>
      </Stack>
    </form>
  );
}
