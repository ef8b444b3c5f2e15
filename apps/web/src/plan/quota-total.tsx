import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../ui/index.js';
import type { QuotaDraft } from './use-quota-draft.js';
import type { AmountKind, QuotaRow } from './use-quotas.js';

type Props = {
  readonly kind: AmountKind;
  readonly rows: readonly QuotaRow[];
  readonly draft: QuotaDraft;
};

/** The sum of all amounts as they would be saved, by currency, and how many people have none. */
export function QuotaTotal({ kind, rows, draft }: Props) {
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
      <Text c="dimmed">{t(`${kind}.without`, { count: without })}</Text>
    </Group>
  );
}
