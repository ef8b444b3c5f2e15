import { Alert, Grid, Stack } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { BackLink, Loaded, PageHeader } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { ActionItems } from './action-items.js';
import { Agenda } from './agenda.js';
import { MeetingActions } from './meeting-actions.js';
import { MeetingSteps } from './meeting-steps.js';
import { MeetingTime } from './meeting-time.js';
import { type Meeting, MeetingQuery } from './meeting.js';
import { MoodSection } from './mood-section.js';
import { OneOnOnesQuery, type Series } from './one-on-one.js';
import { OutcomeBadge } from './outcome-badge.js';
import { PastMeetings } from './past-meetings.js';
import { Preparation } from './preparation.js';
import { PrivateNote } from './private-note.js';
import { NoSuchSeries } from './series-page.js';
import { ShareSection } from './share-section.js';
import { SharedNote } from './shared-note.js';
import { outcomeOf } from './status.js';

/** How often what the other one writes is looked for. */
const refreshMs = 10_000;

/** One meeting of a series, as both see it and as only I see it. */
export function MeetingPage() {
  const { id = '', number = '0' } = useParams();
  const list = useQuery({ query: OneOnOnesQuery });
  return (
    <Loaded of={list}>
      {({ oneOnOnes }) => {
        const series = oneOnOnes.find((one) => one.id === id);
        if (!series || !/^\d{1,4}$/.test(number)) return <NoSuchSeries />;
        return <OneMeeting key={`${id}|${number}`} series={series} number={Number(number)} />;
      }}
    </Loaded>
  );
}

function OneMeeting({ series, number }: { series: Series; number: number }) {
  const query = useQuery({
    query: MeetingQuery,
    variables: { id: series.id, number },
    requestPolicy: 'cache-and-network',
  });
  const [, execute] = query;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) execute({ requestPolicy: 'network-only' });
    }, refreshMs);
    return () => clearInterval(timer);
  }, [execute]);
  return (
    <Loaded of={query}>
      {({ oneOnOneMeeting }) => (
        <Content
          series={series}
          meeting={oneOnOneMeeting}
          readAgain={() => execute({ requestPolicy: 'network-only' })}
        />
      )}
    </Loaded>
  );
}

type Props = { series: Series; meeting: Meeting; readAgain: () => void };

function Content({ series, meeting, readAgain }: Props) {
  const { t } = useTranslation('one-on-one');
  const { organization } = useSignedIn();
  const today = todayIn(organization.timeZone);
  const readOnly = series.endedOn !== null && series.endedOn <= today;
  return (
    <>
      <BackLink to="/one-on-ones" text={t('toList')} />
      <PageHeader
        title={t('with', { name: series.partner.name })}
        lead={
          <>
            <MeetingTime day={meeting.day} time={meeting.time} timeZone={meeting.timeZone} />{' '}
            <OutcomeBadge outcome={outcomeOf(meeting, today)} />
          </>
        }
      >
        <MeetingSteps series={series} number={meeting.number} />
        {!readOnly && <MeetingActions series={series} meeting={meeting} />}
      </PageHeader>
      {readOnly && (
        <Alert color="gray" mb="lg">
          {t('readOnly')}
        </Alert>
      )}
      {meeting.skipNote && (
        <Alert color="gold" mb="lg" title={t('skip.was')}>
          {meeting.skipNote}
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7, lg: 8 }}>
          <Stack gap="lg">
            <Agenda meeting={meeting} readOnly={readOnly} />
            <SharedNote
              meeting={meeting}
              partner={series.partner.name}
              {...{ readOnly, readAgain }}
            />
            <ActionItems series={series} meeting={meeting} readOnly={readOnly} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5, lg: 4 }}>
          <Stack gap="lg">
            <PrivateNote meeting={meeting} readOnly={readOnly} />
            <MoodSection series={series} meeting={meeting} readOnly={readOnly} />
            <ShareSection series={series} />
            <Preparation series={series} />
            <PastMeetings series={series} number={meeting.number} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  );
}
