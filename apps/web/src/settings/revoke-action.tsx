import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useSay } from '../ui/use-say.js';
import type { Token } from './token-list.js';

const RevokeToken = graphql(`
  mutation RevokeApiToken($id: ID!) {
    revokeApiToken(id: $id) {
      id
      revokedAt
    }
  }
`);

/** Ends a token for good, after asking: the program that uses it is cut off at once. */
export function RevokeAction({ token: { id, name } }: { token: Token }) {
  const { t } = useTranslation('settings');
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, revoke] = useMutation(RevokeToken);
  const confirm = async () => {
    const { error } = await revoke({ id });
    if (error) {
      say.problem(error);
      return;
    }
    say.done(t('saidRevoked', { name }));
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        aria-label={t('revokeNamed', { name })}
        onClick={() => setAsking(true)}
      >
        {t('revoke')}
      </Button>
      <ConfirmDialog
        title={t('revokeNamed', { name })}
        opened={asking}
        action={t('revoke')}
        busy={fetching}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        <Text ta="start">{t('revokeLead')}</Text>
      </ConfirmDialog>
    </>
  );
}
