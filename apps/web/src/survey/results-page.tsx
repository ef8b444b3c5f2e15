import { Card } from '@mantine/core';
import { IconMessageHeart } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { ResultList } from './result-list.js';
import { SurveyResultsQuery } from './survey.js';

/** What was heard and what is done: every result that the reader may look at. */
export function SurveyResultsPage() {
  const { t } = useTranslation('survey');
  const results = useQuery({ query: SurveyResultsQuery, requestPolicy: 'cache-and-network' });
  return (
    <>
      <PageHeader title={t('results.title')} lead={t('results.lead')} />
      <Loaded of={results}>
        {({ surveyResults }) =>
          surveyResults.length ? (
            <ResultList results={surveyResults} />
          ) : (
            <Card>
              <EmptyState icon={IconMessageHeart} title={t('results.none')}>
                {t('results.noneLead')}
              </EmptyState>
            </Card>
          )
        }
      </Loaded>
    </>
  );
}
