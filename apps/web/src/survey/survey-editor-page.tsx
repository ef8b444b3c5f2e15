import { useTranslation } from 'react-i18next';
import { IconMessageHeart } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, PageHeader, wordsIn } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import {
  draftOfSurvey,
  draftOfTemplate,
  emptyDraft,
  teamsLedBy,
  topmost,
  type SurveyDraft,
} from './survey-draft.js';
import { SurveyEditor } from './survey-editor.js';
import { type Bank, SurveyBankQuery, SurveyQuery } from './survey.js';

/** A new survey, from a template or from nothing; or one that was saved and not yet started. */
export function SurveyEditorPage() {
  const { t } = useTranslation('survey');
  const { id } = useParams();
  const bank = useQuery({ query: SurveyBankQuery });
  return (
    <>
      <PageHeader title={t(id ? 'editor.edit' : 'editor.new')} lead={t('editor.lead')} />
      <Loaded of={bank}>
        {(data) => (id ? <Saved id={id} bank={data} /> : <New bank={data} />)}
      </Loaded>
    </>
  );
}

function New({ bank }: { bank: Bank }) {
  const { i18n } = useTranslation();
  const [search] = useSearchParams();
  const { member, organization } = useSignedIn();
  const today = todayIn(organization.timeZone);
  const template = bank.surveyTemplates.find(({ key }) => key === search.get('template'));
  const start: SurveyDraft = template
    ? draftOfTemplate(template, wordsIn(template.name, i18n.language), bank.surveyQuestions, today)
    : emptyDraft(today);
  // Whoever is not of HR asks the teams they lead.
  const teamIds = member.hr ? [] : topmost(teamsLedBy(member.id, bank.teams)).map(({ id }) => id);
  return <SurveyEditor bank={bank} start={{ ...start, teamIds }} />;
}

function Saved({ id, bank }: { id: string; bank: Bank }) {
  const { t } = useTranslation('survey');
  const query = useQuery({ query: SurveyQuery, variables: { id } });
  return (
    <Loaded of={query}>
      {({ survey }) =>
        survey?.status === 'draft' ? (
          <SurveyEditor key={id} id={id} bank={bank} start={draftOfSurvey(survey)} />
        ) : (
          <EmptyState
            icon={IconMessageHeart}
            title={t('editor.started')}
            action={
              <Button component={Link} to="/surveys">
                {t('toList')}
              </Button>
            }
          >
            {t('editor.startedLead')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}
