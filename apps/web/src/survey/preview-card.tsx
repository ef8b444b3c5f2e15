import { Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { wordsIn } from '../ui/index.js';
import type { SurveyDraft } from './survey-draft.js';
import type { Bank } from './survey.js';

/** What somebody who is asked reads before the first question, and what they are asked. */
export function PreviewCard({ draft, bank }: { draft: SurveyDraft; bank: Bank }) {
  const { t, i18n } = useTranslation('survey');
  const chosen = draft.questionIds.flatMap(
    (id) => bank.surveyQuestions.find((question) => question.id === id) ?? [],
  );
  return (
    <Card component="aside" aria-label={t('preview.title')} pos="sticky" top={16}>
      <Stack>
        <Title order={2} size="h3">
          {t('preview.title')}
        </Title>
        <List size="sm" spacing="xs">
          <List.Item>{t('preview.figures', { count: draft.scoreThreshold })}</List.Item>
          <List.Item>{t('preview.comments', { count: draft.commentThreshold })}</List.Item>
          <List.Item>{t('preview.never')}</List.Item>
          <List.Item>{t('preview.open', { count: draft.openDays })}</List.Item>
        </List>
        <Text fw={600} size="sm">
          {chosen.length > draft.questionCount
            ? t('preview.rotating', { count: draft.questionCount, of: chosen.length })
            : t('preview.all')}
        </Text>
        {chosen.length ? (
          <List size="sm" type="ordered" spacing="xs">
            {chosen.map(({ id, text }) => (
              <List.Item key={id}>{wordsIn(text, i18n.language)}</List.Item>
            ))}
          </List>
        ) : (
          <Text size="sm" c="dimmed">
            {t('editor.noQuestion')}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
