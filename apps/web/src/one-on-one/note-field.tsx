import { Button, Group, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../ui/index.js';
import classes from './one-on-one.module.css';
import type { useNote } from './use-note.js';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly note: ReturnType<typeof useNote>;
  readonly readOnly: boolean;
};

/** The words of a note; they are saved when the field is left or nothing is typed for a moment. */
export function NoteField({ label, placeholder, note, readOnly }: Props) {
  const { t } = useTranslation(['one-on-one', 'ui']);
  const problem = useProblemText();
  if (readOnly)
    return note.text ? (
      <Text className={classes.words}>{note.text}</Text>
    ) : (
      <Text c="dimmed">{t('notes.none')}</Text>
    );
  return (
    <>
      <Textarea
        aria-label={label}
        placeholder={placeholder}
        autosize
        minRows={5}
        maxRows={24}
        maxLength={20_000}
        value={note.text}
        error={note.error ? problem(note.error) : undefined}
        onChange={({ currentTarget }) => note.type(currentTarget.value)}
        onBlur={note.save}
      />
      {note.state === 'failed' && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={note.save}>
            {t('ui:error.retry')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** Whether what is typed is safe; an empty note needs no word of it. */
export function NoteStateText({ note }: Pick<Props, 'note'>) {
  const { t } = useTranslation('one-on-one');
  const empty = note.state === 'saved' && !note.text;
  return (
    <Text size="sm" c={note.state === 'failed' ? 'red' : 'dimmed'} role="status">
      {!empty && t(`notes.state.${note.state}`)}
    </Text>
  );
}
