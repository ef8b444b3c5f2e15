import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { PageHeader } from '../ui/index.js';
import { FormProblem } from './form-problem.js';
import { useSession } from './session.js';

const SignIn = graphql(`
  mutation SignIn($email: String!, $password: String!) {
    signIn(email: $email, password: $password) {
      member {
        id
      }
    }
  }
`);

/** E-mail and password, and a clear word when they do not match. */
export function SignInPage() {
  const { t } = useTranslation('session');
  const { renew } = useSession();
  const { state } = useLocation();
  const [{ fetching, error }, signIn] = useMutation(SignIn);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const submit = form.onSubmit(async (values) => {
    const { data } = await signIn({ ...values, email: values.email.trim() });
    if (data) renew();
  });
  return (
    <form onSubmit={submit}>
      <PageHeader title={t('signIn.title')} lead={t('signIn.lead')} />
      <Stack gap="md">
        <FormProblem error={error} />
        <TextInput
          required
          size="md"
          type="email"
          name="email"
          autoComplete="username"
          label={t('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          required
          size="md"
          name="password"
          autoComplete="current-password"
          label={t('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" mt="xs" loading={fetching}>
          {t('signIn.submit')}
        </Button>
        <Text c="dimmed" ta="center">
          {t('signIn.noAccount')}{' '}
          <Anchor component={Link} to="/sign-up" state={state} underline="always">
            {t('signIn.toSignUp')}
          </Anchor>
        </Text>
      </Stack>
    </form>
  );
}
