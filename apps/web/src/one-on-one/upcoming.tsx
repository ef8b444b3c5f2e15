import { Button, Card, Group, Text, ThemeIcon } from '@mantine/core';
import { addDays } from '@laurel/shared/core';
import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSignedIn } from '../session/session.js';
import { useFormat } from '../ui/index.js';
import { todayIn } from '../ui/today.js';
import { meetingPath, OneOnOnesQuery } from './one-on-one.js';

/** My next one-on-one when it is today or tomorrow; nothing when there is none. */
export function UpcomingOneOnOne() {
  const { t } = useTranslation('one-on-one');
  const { organization } = useSignedIn();
  const { day } = useFormat();
  const [{ data }] = useQuery({ query: OneOnOnesQuery });
  const today = todayIn(organization.timeZone);
  const [next] = (data?.oneOnOnes ?? [])
    .filter(({ nextDay }) => nextDay !== null && nextDay <= addDays(today, daysAhead))
    .sort((a, b) => `${a.nextDay}${a.time}`.localeCompare(`${b.nextDay}${b.time}`));
  if (!next || next.nextNumber === null) return null;
  const { partner, time, nextDay } = next;
  return (
    <Card component="section" aria-label={t('title')} py="md" mb="lg">
      <Group justify="space-between" gap="md">
        <Group gap="md" wrap="nowrap">
          <ThemeIcon size={40} radius="xl" variant="light" aria-hidden>
            <IconMessages size={22} stroke={1.5} />
          </ThemeIcon>
          <div>
            <Text fw={600}>{t('with', { name: partner.name })}</Text>
            <Text size="sm" c="dimmed">
              {nextDay === today
                ? t('upcoming.today', { time })
                : t('when', {
                    day: day(nextDay!, { weekday: 'long', day: 'numeric', month: 'long' }),
                    time,
                  })}
            </Text>
          </div>
        </Group>
        <Button component={Link} to={meetingPath(next.id, next.nextNumber)}>
          {t('prepare')}
        </Button>
      </Group>
    </Card>
  );
}

const daysAhead = 7;
