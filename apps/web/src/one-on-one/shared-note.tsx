import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { LeaveGuard } from '../plan/leave-guard.js';
import { type Meeting, SaveSharedNote } from './meeting.js';
import { NoteField, NoteStateText } from './note-field.js';
import classes from './one-on-one.module.css';
import { Section } from './section.js';
import { useNote } from './use-note.js';

type Props = {
  readonly meeting: Meeting;
  readonly partner: string;
  readonly readOnly: boolean;
  readonly readAgain: () => void;
};

/** What both write and read. Who saves an older version than there is sees both texts and loses neither. */
export function SharedNote({ meeting, partner, readOnly, readAgain }: Props) {
  const { t } = useTranslation('one-on-one');
  const [, save] = useMutation(SaveSharedNote);
  const { oneOnOneId: id, number, sharedNote, version } = meeting;
  const note = useNote(
    { text: sharedNote, version },
    async (text, read) => {
      const { data, error } = await save({ id, number, text, version: read });
      return { version: data?.saveSharedNote.version, error };
    },
    readAgain,
  );
  const conflict = note.state === 'conflict';
  return (
    <Section
      title={t('shared.title')}
      lead={t('shared.lead', { name: partner })}
      aside={!readOnly && <NoteStateText note={note} />}
    >
      <Stack gap="sm">
        {conflict && (
          <Alert
            role="alert"
            color="gold"
            icon={<IconAlertTriangle />}
            title={t('conflict.title', { name: partner })}
          >
            <Stack gap="sm" align="flex-start">
              <Text>{t('conflict.lead')}</Text>
              <Text className={classes.theirs} aria-label={t('conflict.theirs')}>
                {sharedNote || t('conflict.empty')}
              </Text>
              <Group gap="sm">
                <Button size="xs" onClick={note.keepBoth}>
                  {t('conflict.both')}
                </Button>
                <Button size="xs" variant="default" onClick={note.takeTheirs}>
                  {t('conflict.take')}
                </Button>
              </Group>
            </Stack>
          </Alert>
        )}
        <NoteField
          label={t('shared.title')}
          placeholder={t('shared.placeholder')}
          note={note}
          readOnly={readOnly}
        />
      </Stack>
      <LeaveGuard unsaved={() => conflict} lead={t('conflict.leave')} />
    </Section>
  );
}
