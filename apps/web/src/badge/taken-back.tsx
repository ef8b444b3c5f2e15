import { Alert } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';

type Props = { award: { reason: string | null; revokedAt: string | null } };

/** Why a badge is gone, and how it can come back. */
export function TakenBack({ award: { reason, revokedAt } }: Props) {
  const { t } = useTranslation('badge');
  const { relative } = useFormat();
  return (
    <Alert mt="sm" color="gray" icon={<IconArrowBackUp />}>
      {t('takenBack', { when: revokedAt && relative(revokedAt) })}{' '}
      {t(`reason.${reason}`, { defaultValue: t('reason.other') })}
    </Alert>
  );
}
