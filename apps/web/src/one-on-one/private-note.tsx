import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { type Meeting, SavePrivateNote } from './meeting.js';
import { NoteField, NoteStateText } from './note-field.js';
import { Section } from './section.js';
import { useNote } from './use-note.js';

/** What I write for nobody else. */
export function PrivateNote({ meeting, readOnly }: { meeting: Meeting; readOnly: boolean }) {
  const { t } = useTranslation('one-on-one');
  const [, save] = useMutation(SavePrivateNote);
  const { oneOnOneId: id, number, privateNote } = meeting;
  const note = useNote(
    { text: privateNote, version: 0 },
    async (text) => ({ error: (await save({ id, number, text })).error }),
    () => undefined,
  );
  return (
    <Section
      title={t('private.title')}
      lead={t('private.lead')}
      aside={!readOnly && <NoteStateText note={note} />}
    >
      <NoteField
        label={t('private.title')}
        placeholder={t('private.placeholder')}
        note={note}
        readOnly={readOnly}
      />
    </Section>
  );
}
