import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseDialog } from './close-dialog.js';
import { LockDialog } from './lock-dialog.js';
import type { Point } from './period-checklist.js';
import type { PeriodDetail } from './period-fields.js';
import { ReopenDialog } from './reopen-dialog.js';

type Props = {
  readonly period: PeriodDetail;
  readonly points: readonly Point[];
  readonly onDone: () => void;
};

/** What the status allows: close an open period, reopen or lock a closed one, nothing for a locked one. */
export function PeriodActions({ period, points, onDone }: Props) {
  const { t } = useTranslation('period');
  const [asked, ask] = useState<'close' | 'reopen' | 'lock' | null>(null);
  const { name, status } = period;
  const dialog = {
    period: name,
    onClose: () => ask(null),
    onDone: () => {
      ask(null);
      onDone();
    },
  };
  return (
    <Group>
      {status === 'open' && <Button onClick={() => ask('close')}>{t('close')}</Button>}
      {status === 'closed' && (
        <>
          <Button variant="default" onClick={() => ask('reopen')}>
            {t('reopen')}
          </Button>
          <Button onClick={() => ask('lock')}>{t('lock')}</Button>
        </>
      )}
      <CloseDialog opened={asked === 'close'} points={points} {...dialog} />
      <ReopenDialog opened={asked === 'reopen'} {...dialog} />
      <LockDialog opened={asked === 'lock'} {...dialog} />
    </Group>
  );
}
