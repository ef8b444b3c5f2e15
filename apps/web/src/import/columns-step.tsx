import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowRight, IconHelpHexagon } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessedChoices, isAnswered, type OpenQuestions, openQuestions } from './column-choice.js';
import { ColumnRow, ColumnTitles } from './column-row.js';
import type { ColumnChoice, Import, Layout } from './import-fields.js';
import { choicesOf } from './mapping.js';

type Props = {
  readonly current: Import;
  readonly layout: Layout;
  readonly sending: boolean;
  readonly onMap: (choices: readonly ColumnChoice[]) => void;
};

/** Which column of the file goes where, and how it is to be read. */
export function ColumnsStep({ current, layout, sending, onMap }: Props) {
  const { t } = useTranslation('import');
  const [choices, setChoices] = useState(
    () => choicesOf(current.mapping) ?? guessedChoices(layout),
  );
  const questions = openQuestions(layout, choices);
  const change = (changed: ColumnChoice) =>
    setChoices(choices.map((choice) => (choice.column === changed.column ? changed : choice)));

  return (
    <Stack gap="md">
      <Text c="dimmed">
        {t('columns.lead', {
          matched: choices.filter(({ field }) => field).length,
          count: choices.length,
        })}
      </Text>
      <Questions questions={questions} />
      <Stack gap="xs">
        <ColumnTitles />
        {choices.map((choice) => (
          <ColumnRow
            key={choice.column}
            layout={layout}
            choice={choice}
            doubled={choice.field !== null && questions.doubled.includes(choice.field)}
            onChange={change}
          />
        ))}
      </Stack>
      <Group justify="flex-end">
        <Button
          size="md"
          loading={sending}
          disabled={!isAnswered(questions)}
          rightSection={<IconArrowRight size={18} />}
          onClick={() => onMap(choices)}
        >
          {t('columns.next')}
        </Button>
      </Group>
    </Stack>
  );
}

function Questions({ questions }: { questions: OpenQuestions }) {
  const { t } = useTranslation('import');
  if (isAnswered(questions)) return null;
  const { missing, doubled, undecided } = questions;
  const field = (name: string) => t(`field.${name}`, { defaultValue: name });
  return (
    <Alert color="gold" icon={<IconHelpHexagon />} title={t('columns.open')}>
      <List size="sm" spacing={4}>
        {missing.map((name) => (
          <List.Item key={name}>{t('columns.missing', { field: field(name) })}</List.Item>
        ))}
        {doubled.map((name) => (
          <List.Item key={name}>{t('columns.doubled', { field: field(name) })}</List.Item>
        ))}
        {undecided.map((column) => (
          <List.Item key={column}>{t('columns.undecided', { column })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
