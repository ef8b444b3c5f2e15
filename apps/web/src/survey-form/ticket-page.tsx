import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState, Loaded, PageHeader } from '../ui/index.js';
import { AnswerForm } from './answer-form.js';
import { Replies } from './replies.js';
import { SurveyFormQuery } from './survey-form.js';

/** Answering by the link of a mail, without signing in; a link that works no more says so. */
export function TicketPage() {
  const { ticket = '' } = useParams();
  const query = useQuery({ query: SurveyFormQuery, variables: { ticket } });
  return (
    <Loaded of={query}>
      {({ surveyForm }) =>
        surveyForm ? <AnswerForm form={surveyForm} access={{ ticket }} /> : <Closed />
      }
    </Loaded>
  );
}

function Closed() {
  const { t } = useTranslation('survey-form');
  return (
    <>
      <PageHeader title={t('closed.heading')} />
      <EmptyState icon={IconLinkOff} title={t('closed.title')}>
        {t('closed.text')}
      </EmptyState>
      <Replies />
    </>
  );
}
