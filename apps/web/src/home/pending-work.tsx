import { Card, Group, Loader, Text, ThemeIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { PendingWorkQuery } from '../ui/use-pending-work.js';

const lookEveryMs = 4000;

/** Whether every figure is up to date, or how much is still being calculated. */
export function PendingWork() {
  const { t } = useTranslation('home');
  const [{ data }, refetch] = useQuery({ query: PendingWorkQuery });
  useEffect(() => {
    const timer = setInterval(() => refetch({ requestPolicy: 'network-only' }), lookEveryMs);
    return () => clearInterval(timer);
  }, [refetch]);
  const due = data?.pendingWork ?? 0;
  return (
    <Card padding="md" role="status">
      <Group wrap="nowrap">
        {due > 0 ? (
          <Loader size="sm" />
        ) : (
          <ThemeIcon variant="light" radius="xl" aria-hidden>
            <IconCheck size={18} />
          </ThemeIcon>
        )}
        <Text>{due > 0 ? t('pending.due', { count: due }) : t('pending.none')}</Text>
      </Group>
    </Card>
  );
}
