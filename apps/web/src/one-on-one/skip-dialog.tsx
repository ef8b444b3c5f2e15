import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import type { Meeting } from './meeting.js';
import { useSaveMeeting } from './use-save-meeting.js';

type Props = { readonly meeting: Meeting; readonly opened: boolean; readonly onClose: () => void };

/** Skipped with a reason, so that the other one knows why; it does not count as missed. */
export function SkipDialog({ meeting, opened, onClose }: Props) {
  const { t } = useTranslation('one-on-one');
  const { fetching, save } = useSaveMeeting(meeting);
  const [reason, setReason] = useState('');
  async function confirm() {
    if (await save({ status: 'skipped', skipNote: reason.trim() }, t('said.skipped'))) onClose();
  }
  return (
    <ConfirmDialog
      title={t('skip.title')}
      opened={opened}
      action={t('skip.confirm')}
      color="laurel"
      busy={fetching}
      disabled={!reason.trim()}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>{t('skip.lead')}</Text>
      <TextInput
        label={t('skip.reason')}
        required
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && reason.trim() && void confirm()}
      />
    </ConfirmDialog>
  );
}
