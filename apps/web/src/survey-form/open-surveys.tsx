import { Button, Card, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import { IconMessageHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useFormat } from '../ui/index.js';
import { MySurveysQuery, type SurveyForm } from './survey-form.js';

/** Surveys that wait for my answer; nothing when there is none. */
export function OpenSurveys() {
  const [{ data }] = useQuery({ query: MySurveysQuery });
  const open = data?.mySurveys.filter(({ answered }) => !answered) ?? [];
  if (!open.length) return null;
  return (
    <Stack gap="sm" mb="lg">
      {open.map((form) => (
        <OpenSurvey key={form.waveId} form={form} />
      ))}
    </Stack>
  );
}

function OpenSurvey({ form }: { form: SurveyForm }) {
  const { t } = useTranslation('survey-form');
  const { day } = useFormat();
  return (
    <Card component="section" aria-label={form.name} py="md">
      <Group justify="space-between" gap="md">
        <Group gap="md" wrap="nowrap">
          <ThemeIcon size={40} radius="xl" variant="light" aria-hidden>
            <IconMessageHeart size={22} stroke={1.5} />
          </ThemeIcon>
          <div>
            <Text fw={600}>{form.name}</Text>
            <Text size="sm" c="dimmed">
              {t('open.lead', { count: form.questions.length, day: day(form.closesOn) })}
            </Text>
          </div>
        </Group>
        <Button component={Link} to={`/my-surveys/${form.waveId}`}>
          {t('open.answer')}
        </Button>
      </Group>
    </Card>
  );
}
