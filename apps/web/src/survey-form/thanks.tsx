import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageHeader, useFormat } from '../ui/index.js';
import { Replies } from './replies.js';
import type { SurveyForm } from './survey-form.js';

/** The answers are in; replies to comments from this device stand beneath. */
export function Thanks({ form }: { form: SurveyForm }) {
  const { t } = useTranslation('survey-form');
  const { day } = useFormat();
  return (
    <>
      <PageHeader title={form.name} />
      <EmptyState icon={IconHeartHandshake} title={t('thanks.title')}>
        {t('thanks.text', { day: day(form.closesOn) })}
      </EmptyState>
      <Replies />
    </>
  );
}
