import { Card, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from './import-fields.js';

/** The worker is at it: a bar that moves with every row, and leave to go away meanwhile. */
export function RunningStep({ current }: { current: Import }) {
  const { t } = useTranslation('import');
  const { status, processedCount, rowCount } = current;
  // How many rows there are is known after the first trial run.
  const known = rowCount > 0;
  return (
    <Card component="output">
      <Stack gap="md">
        <Group justify="space-between">
          <Text fw={600} fz="lg">
            {t(`running.${status}`)}
          </Text>
          {known && (
            <Text className="figure" c="dimmed">
              {t('running.progress', { done: processedCount, count: rowCount })}
            </Text>
          )}
        </Group>
        <Progress.Root size="xl" radius="xl">
          <Progress.Section
            value={known ? (processedCount / rowCount) * 100 : 100}
            animated
            striped
            aria-label={t(`running.${status}`)}
          />
        </Progress.Root>
        <Text size="sm" c="dimmed">
          {t('running.leave')}
        </Text>
      </Stack>
    </Card>
  );
}
