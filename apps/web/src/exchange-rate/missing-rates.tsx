import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../ui/index.js';
import { MissingRatesQuery, type RateDraft } from './exchange-rate.js';

/** The pairs without which deals cannot be paid, each with a way to give its rate. */
export function MissingRates({ onAdd }: { onAdd: (draft: RateDraft) => void }) {
  const { t } = useTranslation('exchange-rate');
  const { day } = useFormat();
  const [{ data }] = useQuery({ query: MissingRatesQuery, requestPolicy: 'cache-and-network' });
  if (!data?.missingRates.length) return null;
  return (
    <Alert color="gold" icon={<IconAlertTriangle />} title={t('missing.title')}>
      <Stack gap="sm">
        {data.missingRates.map(({ from, to, firstDay, deals }) => (
          <Group key={`${from}${to}`} justify="space-between" gap="sm">
            <Text size="sm" flex="1 1 14rem">
              {t('missing.pair', { from, to, day: day(firstDay), count: deals })}
            </Text>
            <Button
              size="xs"
              variant="default"
              aria-label={t('missing.addOf', { from, to })}
              onClick={() => onAdd({ from, to, day: firstDay })}
            >
              {t('missing.add')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
