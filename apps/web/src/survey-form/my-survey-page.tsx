import { Anchor } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState, Loaded } from '../ui/index.js';
import { AnswerForm } from './answer-form.js';
import { MySurveysQuery } from './survey-form.js';

/** Answering from inside; a wave that is closed, or was never for me, says so. */
export function MySurveyPage() {
  const { waveId = '' } = useParams();
  const { t } = useTranslation('survey-form');
  const query = useQuery({ query: MySurveysQuery });
  return (
    <Loaded of={query}>
      {({ mySurveys }) => {
        const form = mySurveys.find((each) => each.waveId === waveId);
        if (form) return <AnswerForm form={form} access={{ waveId }} />;
        return (
          <EmptyState
            icon={IconCalendarOff}
            title={t('closed.title')}
            action={
              <Anchor component={Link} to="/">
                {t('closed.home')}
              </Anchor>
            }
          >
            {t('closed.text')}
          </EmptyState>
        );
      }}
    </Loaded>
  );
}
