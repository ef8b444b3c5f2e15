import { Button, Card, Group, List, Menu, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconMessageHeart, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState, Loaded, PageHeader, wordsIn } from '../ui/index.js';
import { SurveyCard } from './survey-card.js';
import { SurveyBankQuery, SurveyResultsQuery, SurveysQuery } from './survey.js';

/** Every survey that the reader leads: what runs, what it said last, and what waits. */
export function SurveysPage() {
  const { t } = useTranslation('survey');
  const surveys = useQuery({ query: SurveysQuery, requestPolicy: 'cache-and-network' });
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <NewSurvey />
      </PageHeader>
      <Loaded of={surveys}>
        {({ surveys: list }) =>
          list.length ? (
            <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
              {list.map((survey) => (
                <SurveyCard key={survey.id} survey={survey} />
              ))}
            </SimpleGrid>
          ) : (
            <NoSurvey />
          )
        }
      </Loaded>
    </>
  );
}

function NoSurvey() {
  const { t } = useTranslation('survey');
  const [{ data }] = useQuery({ query: SurveyResultsQuery });
  const reads = Boolean(data?.surveyResults.length);
  return (
    <Card>
      <EmptyState
        icon={IconMessageHeart}
        title={t('none.title')}
        action={
          <Group justify="center">
            <NewSurvey />
            {reads && <ResultsOfOthers />}
          </Group>
        }
      >
        {t('none.lead')}
      </EmptyState>
      <Stack maw={560} mx="auto" pb="lg" gap="xs">
        <Text fw={600}>{t('promise.title')}</Text>
        <List spacing="xs">
          {(['apart', 'threshold', 'closed', 'noTime'] as const).map((key) => (
            <List.Item key={key}>{t(`promise.${key}`)}</List.Item>
          ))}
        </List>
      </Stack>
    </Card>
  );
}

/** Who leads no survey may still be told what the surveys of others said. */
function ResultsOfOthers() {
  const { t } = useTranslation('survey');
  return (
    <Button component={Link} to="/survey-results" variant="default">
      {t('none.ofOthers')}
    </Button>
  );
}

/** From a template or from nothing. */
function NewSurvey() {
  const { t, i18n } = useTranslation('survey');
  const [{ data }] = useQuery({ query: SurveyBankQuery });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={18} />} rightSection={<IconChevronDown size={16} />}>
          {t('new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('fromTemplate')}</Menu.Label>
        {data?.surveyTemplates.map(({ key, name }) => (
          <Menu.Item key={key} component={Link} to={`/surveys/new?template=${key}`}>
            {wordsIn(name, i18n.language)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/surveys/new">
          {t('fromNothing')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
