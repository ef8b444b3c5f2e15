import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { driverName } from './driver-name.js';
import classes from './survey.module.css';

type Mean = { readonly item: string; readonly mean: number | null };

/** Topics side by side, for a wave that asked for no score. */
export function DriverMeans({ means }: { means: readonly Mean[] }) {
  const { t } = useTranslation('survey');
  const { mean: write } = useFormat();
  return (
    <div>
      <Group gap="xl">
        {means.map(({ item, mean }) => (
          <div key={item}>
            <Text size="sm" c="dimmed">
              {driverName(t, item.slice('driver:'.length))}
            </Text>
            <span className={classes.score}>{write(mean ?? 0)}</span>
          </div>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t('topicScale')}
      </Text>
    </div>
  );
}
