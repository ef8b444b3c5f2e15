import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText, useFormat } from '../ui/index.js';
import type { Trial } from './plan-trial.js';

/** What all of them earn together, on both sides, and how far these lie apart. */
export function TrialSums({ trial: { current, tried, currency } }: { trial: Trial }) {
  const { t } = useTranslation('plan-trial');
  const { percent } = useFormat();
  const difference = BigInt(tried) - BigInt(current);
  const share = current === '0' ? null : Number(difference) / Math.abs(Number(current));
  const figures = [
    ['current', <MoneyText key="current" amount={current} currency={currency} />],
    ['tried', <MoneyText key="tried" amount={tried} currency={currency} />],
    [
      'difference',
      <>
        <MoneyText amount={difference.toString()} currency={currency} style="signed" />
        {share !== null && ` (${share > 0 ? '+' : ''}${percent(share.toFixed(4), 1)})`}
      </>,
    ],
  ] as const;
  return (
    <Group gap="xl" mb="md">
      {figures.map(([name, value]) => (
        <Stack key={name} gap={0}>
          <Text size="sm" c="dimmed">
            {t(name)}
          </Text>
          <Text fw={650} size="lg" className="figure">
            {value}
          </Text>
        </Stack>
      ))}
    </Group>
  );
}
