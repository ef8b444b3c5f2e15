import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '../ui/index.js';
import { driverName } from './driver-name.js';
import { OwnQuestionDialog } from './own-question.js';
import { byDriver, mostQuestions } from './survey-draft.js';
import type { DraftForm } from './survey-editor.js';
import type { Bank, Question } from './survey.js';

/** The bank by what its questions ask about, and questions of one's own. */
export function QuestionPicker({ form, bank }: { form: DraftForm; bank: Bank }) {
  const { t } = useTranslation('survey');
  const [adding, setAdding] = useState(false);
  const { error, ...group } = form.getInputProps('questionIds');
  const chosen = form.values.questionIds.length;
  return (
    <>
      <Text c="dimmed" size="sm">
        {t('editor.questionsLead', { most: mostQuestions })}
      </Text>
      <Checkbox.Group {...group} error={error} aria-label={t('editor.questions')}>
        <Stack>
          {byDriver(bank.surveyQuestions).map(([driver, questions]) => (
            <Driver key={driver} name={driverName(t, driver)} questions={questions} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group justify="space-between" align="flex-end">
        <NumberInput
          label={t('field.questionCount')}
          description={t('field.questionCountLead', { count: chosen })}
          min={1}
          max={mostQuestions}
          clampBehavior="strict"
          allowDecimal={false}
          {...form.getInputProps('questionCount')}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={18} />}
          onClick={() => setAdding(true)}
        >
          {t('own.add')}
        </Button>
      </Group>
      <OwnQuestionDialog
        opened={adding}
        onClose={() => setAdding(false)}
        onAdded={(id) => form.setFieldValue('questionIds', (ids) => [...new Set([...ids, id])])}
      />
    </>
  );
}

function Driver({ name, questions }: { name: string; questions: readonly Question[] }) {
  const { t, i18n } = useTranslation('survey');
  return (
    <div role="group" aria-label={name}>
      <Text size="sm" fw={600} mb={6}>
        {name}
      </Text>
      <Stack gap="xs">
        {questions.map(({ id, kind, text }) => (
          <Checkbox
            key={id}
            value={id}
            label={wordsIn(text, i18n.language)}
            description={t(`kind.${kind}`)}
          />
        ))}
      </Stack>
    </div>
  );
}
