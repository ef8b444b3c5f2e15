import { Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import type { DialogProps } from './close-dialog.js';
import { PeriodFields } from './period-fields.js';

const ReopenPeriod = graphql(
  `
    mutation ReopenPeriod($period: String!, $reason: String!) {
      reopenPeriod(period: $period, reason: $reason) {
        ...PeriodFields
      }
    }
  `,
  [PeriodFields],
);

/** Asks why: the reason stands in the history of the period. */
export function ReopenDialog({ period, opened, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('period');
  const say = useSay();
  const named = { period: useFormat().period(period) };
  const [reason, setReason] = useState('');
  const [{ fetching }, reopen] = useMutation(ReopenPeriod);
  const confirm = async () => {
    const { error } = await reopen({ period, reason });
    if (error) {
      say.problem(error);
      return;
    }
    say.done(t('saidOpen', named));
    setReason('');
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('reopenTitle', named)}
      opened={opened}
      action={t('reopen')}
      color="laurel"
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack>
        <Text>{t('reopenAsk')}</Text>
        <TextInput
          required
          data-autofocus
          maxLength={500}
          label={t('reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
