import { ActionIcon, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayText, MoneyText, useFormat } from '../ui/index.js';
import type { Deal } from './deal-fields.js';
import { PaymentForm } from './payment-form.js';
import { paymentTotal } from './payment-total.js';
import { type Payment, usePayments } from './use-payments.js';

type Props = { readonly deal: Deal; readonly payments: readonly Payment[] };

/** What the customer has paid so far; finance and administration enter it. */
export function DealPayments({ deal, payments }: Props) {
  const { t } = useTranslation('deal');
  const { member } = useSignedIn();
  const [adding, form] = useDisclosure();
  const mayEnter = member.role === 'finance' || member.role === 'admin';
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={3}>{t('payment.title')}</Title>
        {mayEnter && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} />}
            onClick={form.open}
          >
            {t('payment.add')}
          </Button>
        )}
      </Group>
      <SoFar deal={deal} payments={payments} />
      <Stack component="ul" gap="xs" m={0} p={0} mt="sm">
        {payments.map((payment) => (
          <Row key={payment.id} payment={payment} mayRemove={mayEnter} />
        ))}
      </Stack>
      <PaymentForm deal={deal} opened={adding} onClose={form.close} />
    </section>
  );
}

function SoFar({ deal: { amount, currency }, payments }: Props) {
  const { t } = useTranslation('deal');
  const { money } = useFormat();
  const { received, percent } = paymentTotal(amount, currency, payments);
  const text = t('payment.soFar', {
    received: money(received, currency),
    amount: money(amount, currency),
  });
  return (
    <>
      <Text className="figure" mb={6}>
        {text}
      </Text>
      <Progress
        value={percent}
        size="lg"
        radius="xl"
        color={percent === 100 ? 'gold.4' : 'laurel.5'}
        aria-label={text}
      />
    </>
  );
}

function Row({ payment, mayRemove }: { payment: Payment; mayRemove: boolean }) {
  const { t } = useTranslation('deal');
  const { busy, removePayment } = usePayments();
  const { id, externalId, receivedOn, amount, currency } = payment;
  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text>
          <DayText day={receivedOn} />
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {externalId}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <MoneyText amount={amount} currency={currency} />
        {mayRemove && (
          <ActionIcon
            variant="subtle"
            color="red"
            loading={busy}
            aria-label={t('payment.remove', { payment: externalId })}
            onClick={() => void removePayment(id)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        )}
      </Group>
    </Group>
  );
}
