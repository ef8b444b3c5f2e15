import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useFormat } from '../ui/index.js';
import type { Report } from './report.js';
import { SurveyQuery } from './survey.js';

/** The other waves of the survey; nothing while there is one only. */
export function WaveChoice({ wave }: { wave: Report['wave'] }) {
  const { t } = useTranslation('survey');
  const { day } = useFormat();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: SurveyQuery, variables: { id: wave.surveyId } });
  const waves = data?.survey?.waves ?? [];
  if (waves.length < 2) return null;
  return (
    <Select
      aria-label={t('chooseWave')}
      w={240}
      allowDeselect={false}
      data={waves.map(({ id, number, opensOn }) => ({
        value: id,
        label: `${t('wave', { number })}, ${day(opensOn)}`,
      }))}
      value={wave.id}
      onChange={(id) => id && void navigate(`/surveys/${wave.surveyId}/waves/${id}`)}
    />
  );
}
