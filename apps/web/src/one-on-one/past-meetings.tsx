import { Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../session/session.js';
import { DayText } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { KeptText } from './cadence-marks.js';
import { meetingPath, type Series } from './one-on-one.js';
import classes from './one-on-one.module.css';
import { OutcomeBadge } from './outcome-badge.js';
import { Section } from './section.js';
import { outcomeOf } from './status.js';

const shownAtFirst = 6;

/** What was before, newest first. */
export function PastMeetings({ series, number: current }: { series: Series; number: number }) {
  const { t } = useTranslation('one-on-one');
  const { organization } = useSignedIn();
  const [all, setAll] = useState(false);
  const today = todayIn(organization.timeZone);
  const past = series.meetings
    .filter((meeting) => outcomeOf(meeting, today) !== 'planned')
    .toReversed();
  return (
    <Section title={t('past.title')}>
      {series.cadence && <KeptText counts={series.cadence} />}
      {past.length === 0 && <Text c="dimmed">{t('past.none')}</Text>}
      <ul className={classes.list}>
        {past.slice(0, all ? past.length : shownAtFirst).map((meeting) => (
          <li key={meeting.number} className={classes.row}>
            <Group justify="space-between" w="100%" gap="xs">
              <Anchor
                component={Link}
                to={meetingPath(series.id, meeting.number)}
                {...(meeting.number === current && { 'aria-current': 'page', fw: 700 })}
              >
                <DayText day={meeting.day} />
              </Anchor>
              <OutcomeBadge outcome={outcomeOf(meeting, today)} />
            </Group>
          </li>
        ))}
      </ul>
      {!all && past.length > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setAll(true)}>
          {t('past.all', { count: past.length })}
        </Button>
      )}
    </Section>
  );
}
