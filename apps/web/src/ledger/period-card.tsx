import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText, useFormat } from '../ui/index.js';
import { AccountTable } from './account-table.js';
import type { PeriodBalance } from './balance.js';

/** A period: what was earned, what was paid out, and the balances that explain the difference. */
export function PeriodCard({ balance }: { balance: PeriodBalance }) {
  const { t } = useTranslation('ledger');
  const { period: written } = useFormat();
  const { period, currency, earned, payout, accounts } = balance;
  const moved = accounts.filter(
    ({ opening, closing, movements }) => opening !== '0' || closing !== '0' || movements.length > 0,
  );
  return (
    <Card component="section" aria-labelledby={`period-${period}`}>
      <Group justify="space-between" align="baseline" mb={moved.length ? 'md' : 0}>
        <Title order={2} id={`period-${period}`}>
          {written(period)}
        </Title>
        <Group gap="xl" style={{ rowGap: 0 }}>
          <Figure label={t('earned')} amount={earned} currency={currency} />
          <Figure label={t('payout')} amount={payout} currency={currency} />
        </Group>
      </Group>
      <Stack gap="lg">
        {moved.map((account) => (
          <AccountTable
            key={account.account}
            balance={account}
            period={period}
            currency={currency}
          />
        ))}
      </Stack>
    </Card>
  );
}

type FigureProps = { label: string; amount: string; currency: string };

const Figure = ({ label, amount, currency }: FigureProps) => (
  <Text>
    <Text span c="dimmed" mr="xs">
      {label}
    </Text>
    <Text span fw={600}>
      <MoneyText amount={amount} currency={currency} />
    </Text>
  </Text>
);
