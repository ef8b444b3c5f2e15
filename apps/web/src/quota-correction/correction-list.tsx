import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText, useFormat } from '../ui/index.js';
import type { QuotaCorrection } from './quota-correction.js';

/** How quotas of a locked period were corrected: by whom, when and why; the newest first. */
export function CorrectionList({ corrections }: { corrections: readonly QuotaCorrection[] }) {
  const { t } = useTranslation('quota-correction');
  const format = useFormat();
  if (!corrections.length) return null;
  return (
    <Card component="section" mt="lg">
      <Title order={2} size="h3" mb="md">
        {t('list')}
      </Title>
      <Stack gap="sm" role="list">
        {corrections.map(({ id, member, amount, currency, reason, createdBy, createdAt }) => (
          <div key={id} role="listitem">
            <Text fw={500}>
              {member.name}: <MoneyText amount={amount} currency={currency} />
            </Text>
            <Text size="sm">{reason}</Text>
            <Text size="sm" c="dimmed">
              {t('by', { name: createdBy?.name ?? '–', when: format.instant(createdAt) })}
            </Text>
          </div>
        ))}
      </Stack>
    </Card>
  );
}
