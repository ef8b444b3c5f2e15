import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText } from '../ui/index.js';
import type { SurveyResult } from './survey.js';

/** Results that somebody may read, newest first, each with the words of whoever shared it. */
export function ResultList({ results }: { results: readonly SurveyResult[] }) {
  return (
    <Stack gap="md">
      {results.map((result) => (
        <OneResult key={result.id} result={result} />
      ))}
    </Stack>
  );
}

function OneResult({ result }: { result: SurveyResult }) {
  const { t } = useTranslation('survey');
  return (
    <Card
      component="article"
      aria-label={`${result.name}, ${t('wave', { number: result.number })}`}
    >
      <Group justify="space-between" gap="xs">
        <Anchor component={Link} to={`/survey-results/${result.id}`} fw={600}>
          {result.name}, {t('wave', { number: result.number })}
        </Anchor>
        {result.status !== 'shared' && (
          <Badge variant="light">{t(`waveStatus.${result.status}`)}</Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        <DayText day={result.opensOn} />
      </Text>
      {result.heard && (
        <Text mt="xs" lineClamp={3}>
          {result.heard}
        </Text>
      )}
    </Card>
  );
}
