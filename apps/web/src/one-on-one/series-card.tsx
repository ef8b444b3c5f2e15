import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DayText, PersonAvatar } from '../ui/index.js';
import { CadenceMarks, KeptText } from './cadence-marks.js';
import { EndDialog } from './end-dialog.js';
import { MeetingTime } from './meeting-time.js';
import { meetingPath, type Series } from './one-on-one.js';
import { useRhythmText } from './rhythm-text.js';

/** One series: whom I meet, when next, and whether we keep to it. */
export function SeriesCard({ series }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const rhythmText = useRhythmText();
  const { partner, cadence, endedOn, openActions } = series;
  return (
    <Card component="article" aria-label={partner.name}>
      <Stack h="100%" gap="md">
        <Group wrap="nowrap" gap="md">
          <PersonAvatar name={partner.name} size={44} />
          <div>
            <Title order={2} size="h3">
              {partner.name}
            </Title>
            <Text c="dimmed" size="sm">
              {endedOn ? (
                <>
                  {t('endedOn')} <DayText day={endedOn} />
                </>
              ) : (
                rhythmText(series)
              )}
            </Text>
          </div>
        </Group>
        {series.nextDay && (
          <div>
            <Text size="sm" c="dimmed">
              {t('nextMeeting')}
            </Text>
            <Text fw={600}>
              <MeetingTime day={series.nextDay} time={series.time} timeZone={series.timeZone} />
            </Text>
          </div>
        )}
        <Stack gap={6}>
          <CadenceMarks series={series} />
          {cadence && <KeptText counts={cadence} />}
        </Stack>
        {openActions.length > 0 && (
          <Text size="sm">{t('openActions', { count: openActions.length })}</Text>
        )}
        <Actions series={series} />
      </Stack>
    </Card>
  );
}

function Actions({ series }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const [ending, setEnding] = useState(false);
  const shown = series.nextNumber ?? series.meetings.at(-1)?.number;
  return (
    <Group gap="sm" mt="auto">
      {shown !== undefined && (
        <Button component={Link} to={meetingPath(series.id, shown)} variant="light">
          {t(series.nextNumber === null ? 'toLast' : 'prepare')}
        </Button>
      )}
      {!series.endedOn && (
        <Button variant="subtle" color="red" onClick={() => setEnding(true)}>
          {t('end.action')}
        </Button>
      )}
      <EndDialog series={series} opened={ending} onClose={() => setEnding(false)} />
    </Group>
  );
}
