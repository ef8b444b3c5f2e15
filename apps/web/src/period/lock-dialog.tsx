import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import type { DialogProps } from './close-dialog.js';
import { PeriodFields } from './period-fields.js';

const LockPeriod = graphql(
  `
    mutation LockPeriod($period: String!) {
      lockPeriod(period: $period) {
        ...PeriodFields
      }
    }
  `,
  [PeriodFields],
);

/** The one step that nobody can take back: it wants a tick first. */
export function LockDialog({ period, opened, onClose, onDone }: DialogProps) {
  const { t } = useTranslation('period');
  const say = useSay();
  const named = { period: useFormat().period(period) };
  const [sure, setSure] = useState(false);
  const [{ fetching }, lock] = useMutation(LockPeriod);
  const confirm = async () => {
    const { error } = await lock({ period });
    if (error) say.problem(error);
    else say.done(t('saidLocked', named));
    setSure(false);
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('lockTitle', named)}
      opened={opened}
      action={t('lock')}
      disabled={!sure}
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack>
        <Text>{t('lockAsk')}</Text>
        <Checkbox
          label={t('lockSure')}
          checked={sure}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />
      </Stack>
    </ConfirmDialog>
  );
}
