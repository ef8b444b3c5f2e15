import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import type { Point } from './period-checklist.js';
import { PeriodFields } from './period-fields.js';

const ClosePeriod = graphql(
  `
    mutation ClosePeriod($period: String!, $confirmed: Boolean!) {
      closePeriod(period: $period, confirmed: $confirmed) {
        ...PeriodFields
      }
    }
  `,
  [PeriodFields],
);

export type DialogProps = {
  readonly period: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Says what is still open before the period is closed all the same. */
export function CloseDialog({
  period,
  opened,
  points,
  onClose,
  onDone,
}: DialogProps & { readonly points: readonly Point[] }) {
  const { t } = useTranslation('period');
  const say = useSay();
  const named = { period: useFormat().period(period) };
  const [{ fetching }, close] = useMutation(ClosePeriod);
  const open = points.filter(({ count }) => count > 0).length;
  const confirm = async () => {
    const { error } = await close({ period, confirmed: open > 0 });
    if (error) say.problem(error);
    else say.done(t('saidClosed', named));
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('closeTitle', named)}
      opened={opened}
      action={t(open ? 'closeAnyway' : 'close')}
      color={open ? 'yellow' : 'laurel'}
      busy={fetching}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack>
        <Text>{t('closeAsk')}</Text>
        {open > 0 && (
          <Alert color="yellow" icon={<IconAlertTriangle />}>
            {t('closeOpen', { count: open })}
          </Alert>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
