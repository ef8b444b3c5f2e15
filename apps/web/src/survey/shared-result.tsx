import { Button, Card, Group, Text, ThemeIcon } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { todayIn } from '../ui/today.js';
import { SurveyResultsQuery } from './survey.js';

/** Days for which a result is news. */
const news = 30;

/** The newest result that was shared with me; nothing when there is none that is news. */
export function SharedResult() {
  const { t } = useTranslation('survey');
  const { organization } = useSignedIn();
  const [{ data }] = useQuery({ query: SurveyResultsQuery });
  const today = Date.parse(todayIn(organization.timeZone));
  const newest = data?.surveyResults.find(
    ({ status, opensOn }) =>
      status === 'shared' && today - Date.parse(opensOn) <= news * 86_400_000,
  );
  if (!newest) return null;
  return (
    <Card component="section" aria-label={t('results.shared')} py="md" mb="lg">
      <Group justify="space-between" gap="md">
        <Group gap="md" wrap="nowrap">
          <ThemeIcon size={40} radius="xl" variant="light" aria-hidden>
            <IconEar size={22} stroke={1.5} />
          </ThemeIcon>
          <div>
            <Text fw={600}>{t('results.shared')}</Text>
            <Text size="sm" c="dimmed" lineClamp={2}>
              {newest.heard ?? newest.name}
            </Text>
          </div>
        </Group>
        <Button component={Link} to={`/survey-results/${newest.id}`} variant="light">
          {t('toResult')}
        </Button>
      </Group>
    </Card>
  );
}
