import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { DayInput } from '../ui/day-input.js';
import { todayIn } from '../ui/today.js';
import type { Person } from './person-fields.js';
import { inputOf, useSavePerson } from './use-save-person.js';

type Props = { readonly person: Person; readonly opened: boolean; readonly onClose: () => void };

/** Somebody leaves: from the day given they are out, and what they earned stays. */
export function LeaveDialog({ person, opened, onClose }: Props) {
  const { t } = useTranslation('people');
  const { organization } = useSignedIn();
  const { busy, savePerson } = useSavePerson();
  const [leftOn, setLeftOn] = useState<string | null>(() => todayIn(organization.timeZone));
  const leave = async () => {
    if (!leftOn) return;
    const input = { ...inputOf(person), leftOn };
    if (await savePerson(input, t('said.left', { name: person.name }))) onClose();
  };
  return (
    <ConfirmDialog
      title={t('leave.title', { name: person.name })}
      opened={opened}
      action={t('leave.confirm')}
      busy={busy}
      onConfirm={() => void leave()}
      onClose={onClose}
    >
      <Text>{t('leave.lead')}</Text>
      <DayInput label={t('leave.day')} required value={leftOn} onChange={setLeftOn} />
    </ConfirmDialog>
  );
}
