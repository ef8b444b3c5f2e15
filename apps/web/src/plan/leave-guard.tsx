import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from '../ui/confirm-dialog.js';

type Props = {
  readonly unsaved: () => boolean;
  /** What would be lost, where it is not the text of a plan. */
  readonly lead?: string;
};

/** Asks before a page is left whose changes would be lost, by a link or by closing it. */
export function LeaveGuard({ unsaved, lead }: Props) {
  const { t } = useTranslation('plan');
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved() && event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  return (
    <ConfirmDialog
      opened={blocker.state === 'blocked'}
      title={t('editor.guard.title')}
      action={t('editor.guard.leave')}
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <Text>{lead ?? t('editor.guard.lead')}</Text>
    </ConfirmDialog>
  );
}
