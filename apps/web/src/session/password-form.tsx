import { Alert, Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { FormProblem } from './form-problem.js';
import { NewPasswordInput } from './new-password-input.js';

const ChangePassword = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`);

/** Changes the password after asking for the present one. */
export function PasswordForm() {
  const { t } = useTranslation('session');
  const [{ fetching, error, data }, change] = useMutation(ChangePassword);
  const form = useForm({ initialValues: { current: '', next: '' } });
  const submit = form.onSubmit(async (values) => {
    const result = await change(values);
    if (!result.error) form.reset();
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <FormProblem error={error} />
        {data?.changePassword && (
          <Alert role="status" icon={<IconCheck />}>
            {t('account.changed')}
          </Alert>
        )}
        <PasswordInput
          required
          autoComplete="current-password"
          label={t('account.current')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          {...form.getInputProps('current')}
        />
        <NewPasswordInput label={t('account.next')} {...form.getInputProps('next')} />
        <Button type="submit" loading={fetching} style={{ alignSelf: 'flex-start' }}>
          {t('account.change')}
        </Button>
      </Stack>
    </form>
  );
}
