import { Group, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { useFormat } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import type { Counts, Series } from './one-on-one.js';
import classes from './one-on-one.module.css';
import { outcomeOf } from './status.js';

const icons = { held: IconCheck, skipped: IconMinus, missed: IconX } as const;
const marksShown = 8;

/** The last meetings as marks, oldest first: kept or not at a glance. */
export function CadenceMarks({ series }: { series: Series }) {
  const { t } = useTranslation('one-on-one');
  const { day: write } = useFormat();
  const { organization } = useSignedIn();
  const today = todayIn(organization.timeZone);
  const past = series.meetings.flatMap((meeting) => {
    const outcome = outcomeOf(meeting, today);
    return outcome === 'planned' ? [] : [{ ...meeting, outcome }];
  });
  if (!past.length) return null;
  return (
    <Group gap={6} component="ul" className={classes.marks!} aria-label={t('lastMeetings')}>
      {past.slice(-marksShown).map(({ number, day, outcome }) => {
        const Icon = icons[outcome];
        const label = `${write(day)}: ${t(`outcome.${outcome}`)}`;
        return (
          <li key={number}>
            <Tooltip label={label}>
              <span className={classes.mark} data-outcome={outcome}>
                <Icon size={14} stroke={2.4} aria-hidden />
                <VisuallyHidden>{label}</VisuallyHidden>
              </span>
            </Tooltip>
          </li>
        );
      })}
    </Group>
  );
}

/** How many of the meetings that were due were kept, and how many in a row. */
export function KeptText({ counts }: { counts: Counts }) {
  const { t } = useTranslation('one-on-one');
  if (!counts.due) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('kept', { kept: counts.kept, due: counts.due })}
      {counts.streak > 1 && ` · ${t('streak', { count: counts.streak })}`}
    </Text>
  );
}
