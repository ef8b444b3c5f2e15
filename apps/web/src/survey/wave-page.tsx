import { Badge, Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconShare } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { mayOpen } from '../shell/navigation.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { BackLink, DayText, Loaded, PageHeader, useFormat } from '../ui/index.js';
import { useSay } from '../ui/use-say.js';
import { AnswerShares } from './answer-shares.js';
import { CommentList } from './comment-list.js';
import { DriverMeans } from './driver-means.js';
import { FollowUp } from './follow-up.js';
import { useGroupName } from './group-name.js';
import { HeatMap } from './heat-map.js';
import { LinkList } from './link-list.js';
import { CloseWave, ReportQuery, type Report } from './report.js';
import { driverMeansOf, headlineOf } from './report-view.js';
import { Score } from './score-text.js';
import { touchesSurveys } from './survey.js';
import { TrendChart } from './trend-chart.js';
import { Undelivered } from './undelivered.js';
import { WaveChoice } from './wave-choice.js';

/** Where the page says what was heard. */
const followUp = 'heard';

/** One wave: while it runs only how many answered, afterwards all that may be told. */
export function WavePage() {
  const { waveId = '' } = useParams();
  const report = useQuery({
    query: ReportQuery,
    variables: { waveId },
    requestPolicy: 'cache-and-network',
  });
  return <Loaded of={report}>{({ surveyReport }) => <Result report={surveyReport} />}</Loaded>;
}

function Result({ report }: { report: Report }) {
  const { t } = useTranslation('survey');
  const { member } = useSignedIn();
  const { wave } = report;
  const leadsAll =
    mayOpen(member, '/surveys') && report.mine.some(({ groupId }) => groupId === 'all');
  return (
    <>
      <BackLink
        to={leadsAll ? '/surveys' : '/survey-results'}
        text={t(leadsAll ? 'toList' : 'toResults')}
      />
      <PageHeader
        title={wave.name}
        lead={
          <>
            {t('wave', { number: wave.number })}
            {', '}
            <DayText day={wave.opensOn} />{' '}
            <Badge component="span" variant="light" ml="xs">
              {t(`waveStatus.${wave.status}`)}
            </Badge>
          </>
        }
      >
        {leadsAll && <WaveChoice wave={wave} />}
        {leadsAll && wave.status === 'closed' && report.cells.length > 0 && (
          <Button component="a" href={`#${followUp}`} leftSection={<IconShare size={18} />}>
            {t('share.action')}
          </Button>
        )}
        {report.cells.length > 0 && (
          <Button
            component="a"
            href={`/exports/survey.csv?wave=${wave.id}`}
            variant="default"
            leftSection={<IconDownload size={18} />}
          >
            {t('download')}
          </Button>
        )}
      </PageHeader>
      <Undelivered mails={wave.undelivered} />
      {wave.status === 'open' ? <Running report={report} /> : <Closed report={report} />}
    </>
  );
}

function Running({ report: { wave, mine } }: { report: Report }) {
  const { t } = useTranslation('survey');
  const { day } = useFormat();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [{ fetching }, close] = useMutation(CloseWave);
  async function confirm() {
    const { error } = await close({ id: wave.id }, touchesSurveys);
    if (error) return say.problem(error);
    say.done(t('said.closing'));
    setAsking(false);
  }
  return (
    <Card>
      <Stack align="flex-start">
        <Title order={2} size="h3">
          {t('open', { day: day(wave.closesOn) })}
        </Title>
        <Text>
          {wave.answered
            ? t('answeredAtLeast', { answered: wave.answered, invited: wave.invited })
            : t('answeredFew', { invited: wave.invited })}
        </Text>
        <Text c="dimmed">{t('running.why', { threshold: wave.scoreThreshold })}</Text>
        {mine.some(({ groupId }) => groupId === 'all') && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('running.close')}
          </Button>
        )}
      </Stack>
      <ConfirmDialog
        title={t('running.closeTitle')}
        opened={asking}
        action={t('running.close')}
        busy={fetching}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        {t('running.closeLead')}
      </ConfirmDialog>
    </Card>
  );
}

function Closed({ report }: { report: Report }) {
  const { t } = useTranslation('survey');
  const nameOf = useGroupName();
  const told = report.groups.filter(({ id }) => report.cells.some((cell) => cell.groupId === id));
  const [chosen, setChosen] = useState<string | null>(null);
  const groupId = told.some(({ id }) => id === chosen) ? chosen! : (told[0]?.id ?? 'all');
  if (!told.length)
    return (
      <Card>
        <Text>{t('tooFewLead', { threshold: report.wave.scoreThreshold })}</Text>
      </Card>
    );
  return (
    <Stack gap="lg">
      {told.length > 1 && (
        <Select
          label={t('figuresOf')}
          maw={320}
          allowDeselect={false}
          data={told.map((group) => ({ value: group.id, label: nameOf(group) }))}
          value={groupId}
          onChange={setChosen}
        />
      )}
      <Headline report={report} groupId={groupId} />
      <HeatMap report={report} />
      <Part title={t('answers.title')}>
        <AnswerShares report={report} groupId={groupId} />
      </Part>
      {report.links.length > 0 && (
        <Part title={t('links.title')}>
          <LinkList links={report.links} />
        </Part>
      )}
      {report.wave.questions.some(({ kind }) => kind === 'text') && (
        <Part title={t('comments.title')}>
          <CommentList report={report} />
        </Part>
      )}
      <Part title={t('follow.title')} id={followUp}>
        <FollowUp report={report} />
      </Part>
    </Stack>
  );
}

function Headline({ report: { wave, cells }, groupId }: { report: Report; groupId: string }) {
  const { t } = useTranslation('survey');
  const { number } = useFormat();
  const headline = headlineOf(cells, groupId);
  const taking = cells.find((cell) => cell.item === 'participation' && cell.groupId === groupId);
  return (
    <Card component="section" aria-label={t('headline')}>
      <Group justify="space-between" align="flex-start" gap="xl">
        <Stack gap="xs">
          {headline ? (
            <Score cell={headline} big />
          ) : (
            <DriverMeans means={driverMeansOf(cells, groupId)} />
          )}
          {taking?.rate != null && (
            <Text>
              {t('rateOf', {
                rate: number(taking.rate, 0),
                answered: taking.people,
                invited: taking.counts[0],
              })}
            </Text>
          )}
        </Stack>
        {headline && <TrendChart surveyId={wave.surveyId} item={headline.item} groupId={groupId} />}
      </Group>
    </Card>
  );
}

type PartProps = { readonly title: string; readonly id?: string; readonly children: ReactNode };

function Part({ title, id, children }: PartProps) {
  return (
    <Card component="section" aria-label={title} id={id}>
      <Title order={2} size="h3" mb="md">
        {title}
      </Title>
      {children}
    </Card>
  );
}
