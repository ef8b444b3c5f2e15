import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Fewest characters of a password; the API holds the same rule. */
export const shortestPassword = 8;

/** A field for a password that is being chosen: says what is needed before it is refused. */
export function NewPasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation('session');
  return (
    <PasswordInput
      required
      name="new-password"
      autoComplete="new-password"
      minLength={shortestPassword}
      description={t('newPassword.rule', { count: shortestPassword })}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}
