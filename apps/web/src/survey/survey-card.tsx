import { Alert, Anchor, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText, useFormat } from '../ui/index.js';
import { EndSurveyDialog, StartSurveyDialog } from './survey-dialogs.js';
import { LastScore } from './last-score.js';
import type { Survey, Wave } from './survey.js';

const colours = { draft: 'gray', running: 'laurel', ended: 'gray' } as const;

/** One survey: how it stands, what its last wave said, and what can be done next. */
export function SurveyCard({ survey }: { survey: Survey }) {
  const { t } = useTranslation('survey');
  const last = survey.waves.find(({ status }) => status !== 'open');
  const open = survey.waves.find(({ status }) => status === 'open');
  return (
    <Card component="article" aria-label={survey.name}>
      <Stack h="100%" gap="md">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} size="h3">
              {survey.name}
            </Title>
            <Text c="dimmed" size="sm">
              {t(`cadence.${survey.cadence}`)}
              {' · '}
              {t('questionCount', {
                count: Math.min(survey.questionCount, survey.questions.length),
              })}
            </Text>
          </div>
          <Badge variant="light" color={colours[survey.status]} style={{ flexShrink: 0 }}>
            {t(`status.${survey.status}`)}
          </Badge>
        </Group>
        {last && <LastScore wave={last} />}
        {open && <OpenWave wave={open} />}
        {survey.waitsForShare && last ? (
          <Alert color="gold" icon={<IconHourglass />} title={t('waits.title')}>
            <Stack gap="xs" align="flex-start">
              {t('waits.lead')}
              <Button component={Link} to={`/surveys/${survey.id}/waves/${last.id}`} size="xs">
                {t('waits.action')}
              </Button>
            </Stack>
          </Alert>
        ) : (
          <NextWave survey={survey} />
        )}
        <Actions survey={survey} last={last} />
      </Stack>
    </Card>
  );
}

function OpenWave({ wave }: { wave: Wave }) {
  const { t } = useTranslation('survey');
  const { day } = useFormat();
  return (
    <Text>
      {t('open', { day: day(wave.closesOn) })} {participationOf(wave, t)}
    </Text>
  );
}

type Translate = ReturnType<typeof useTranslation<'survey'>>['t'];

const participationOf = ({ answered, invited }: Wave, t: Translate): string =>
  answered ? t('answeredAtLeast', { answered, invited }) : t('answeredFew', { invited });

function NextWave({ survey }: { survey: Survey }) {
  const { t } = useTranslation('survey');
  const day = survey.status === 'draft' ? survey.anchor : survey.nextOn;
  if (!day) return null;
  return (
    <Text c="dimmed" size="sm">
      {t(survey.status === 'draft' ? 'planned' : 'next')} <DayText day={day} />
    </Text>
  );
}

function Actions({ survey, last }: { survey: Survey; last: Wave | undefined }) {
  const { t } = useTranslation(['survey', 'action']);
  const [asking, setAsking] = useState<'start' | 'end' | null>(null);
  const close = () => setAsking(null);
  const shown = last ?? survey.waves[0];
  return (
    <Group gap="sm" mt="auto">
      {shown && (
        <Button component={Link} to={`/surveys/${survey.id}/waves/${shown.id}`} variant="light">
          {t(last ? 'toResult' : 'toWave')}
        </Button>
      )}
      {survey.status === 'draft' && (
        <>
          <Button onClick={() => setAsking('start')}>{t('start.action')}</Button>
          <Anchor component={Link} to={`/surveys/${survey.id}/edit`}>
            {t('action:edit')}
          </Anchor>
        </>
      )}
      {survey.status === 'running' && (
        <Button variant="subtle" color="red" onClick={() => setAsking('end')}>
          {t('end.action')}
        </Button>
      )}
      <StartSurveyDialog survey={survey} opened={asking === 'start'} onClose={close} />
      <EndSurveyDialog survey={survey} opened={asking === 'end'} onClose={close} />
    </Group>
  );
}
