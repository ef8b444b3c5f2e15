import { Box, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Goal } from './goal.js';
import { OutlookBadge } from './outlook-badge.js';

/** One goal on one line: name, outlook, bar, and what the bar means. */
export function GoalBar({ goal }: { goal: Goal }) {
  const { t } = useTranslation('goal');
  const { money, percent } = useFormat();
  const { name, actual, target, attainment, currency } = goal;
  const reached = Math.min(100, Math.max(0, Number(attainment ?? 0) * 100));
  return (
    <Box>
      <Group justify="space-between" gap="xs" mb={6}>
        <Text fw={600}>{name}</Text>
        <OutlookBadge goal={goal} />
      </Group>
      <Progress
        value={reached}
        size="lg"
        radius="xl"
        color={reached >= 100 ? 'gold.4' : 'laurel.5'}
        aria-label={t('ringOf', { name, percent: percent(attainment ?? '0') })}
      />
      <Text size="sm" c="dimmed" mt={4} className="figure">
        {target && attainment !== null
          ? t('ofQuota', {
              percent: percent(attainment),
              actual: money(actual, currency, 'whole'),
              target: money(target, currency, 'whole'),
            })
          : t('withoutQuota', { actual: money(actual, currency, 'whole') })}
      </Text>
    </Box>
  );
}
