import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../ui/index.js';
import type { QuotaDraft } from './use-quota-draft.js';
import type { QuotaRow } from './use-quotas.js';

/** The sum of all quotas as they would be saved, by currency, and how many people have none. */
export function QuotaTotal({ rows, draft }: { rows: readonly QuotaRow[]; draft: QuotaDraft }) {
  const { t } = useTranslation('plan');
  const totals = new Map<string, bigint>();
  for (const row of rows) {
    const amount = draft.amountOf(row);
    if (amount) totals.set(row.currency, (totals.get(row.currency) ?? 0n) + BigInt(amount));
  }
  const without = rows.filter((row) => draft.amountOf(row) === null).length;
  return (
    <Group gap="lg" mb="md">
      {[...totals].map(([currency, sum]) => (
        <Text key={currency} fw={650} fz="xl">
          <MoneyText amount={sum.toString()} currency={currency} />
        </Text>
      ))}
      <Text c="dimmed">{t('quota.without', { count: without })}</Text>
    </Group>
  );
}
