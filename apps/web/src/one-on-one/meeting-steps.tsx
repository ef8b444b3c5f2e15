import { ActionIcon, Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { meetingPath, type Series } from './one-on-one.js';

/** One meeting back, one on, and the way to the next one. */
export function MeetingSteps({ series, number }: { series: Series; number: number }) {
  const { t } = useTranslation('one-on-one');
  const { id, nextNumber } = series;
  const last = series.meetings.at(-1)?.number ?? 0;
  const open = nextNumber !== null;
  return (
    <Group gap="xs" component="nav" aria-label={t('steps.label')}>
      {open && number !== nextNumber && (
        <Button component={Link} to={meetingPath(id, nextNumber)} variant="default">
          {t('steps.next')}
        </Button>
      )}
      {number > 0 && (
        <ActionIcon
          component={Link}
          to={meetingPath(id, number - 1)}
          variant="default"
          size="lg"
          aria-label={t('steps.back')}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
      )}
      {(open || number < last) && (
        <ActionIcon
          component={Link}
          to={meetingPath(id, number + 1)}
          variant="default"
          size="lg"
          aria-label={t('steps.on')}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      )}
    </Group>
  );
}
