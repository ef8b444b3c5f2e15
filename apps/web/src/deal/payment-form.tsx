import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { MoneyInput } from '../ui/money-input.js';
import { todayIn } from '../ui/today.js';
import type { Deal } from './deal-fields.js';
import { usePayments } from './use-payments.js';

type Props = { readonly deal: Deal; readonly opened: boolean; readonly onClose: () => void };

/** Enters what a customer paid, or got back. */
export function PaymentForm({ deal, opened, onClose }: Props) {
  const { t } = useTranslation(['deal', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('payment.add')}>
      <Fields deal={deal} onClose={onClose} />
    </Dialog>
  );
}

function Fields({ deal, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['deal', 'action']);
  const { organization } = useSignedIn();
  const { busy, savePayment } = usePayments();
  const [externalId, setExternalId] = useState('');
  const [receivedOn, setReceivedOn] = useState<string | null>(todayIn(organization.timeZone));
  const [amount, setAmount] = useState<string | null>(null);
  const complete = externalId.trim() !== '' && receivedOn !== null && amount !== null;
  const save = async () => {
    if (!complete) return;
    const { id, currency } = deal;
    if (await savePayment({ deal: id, externalId, receivedOn, amount, currency })) onClose();
  };
  return (
    <Stack>
      <MoneyInput
        label={t('column.amount')}
        description={t('payment.refundLead')}
        required
        data-autofocus
        value={amount}
        currency={deal.currency}
        onChange={setAmount}
      />
      <DayInput
        label={t('payment.receivedOn')}
        required
        value={receivedOn}
        onChange={setReceivedOn}
      />
      <TextInput
        label={t('payment.externalId')}
        description={t('payment.externalIdLead')}
        required
        maxLength={200}
        value={externalId}
        onChange={({ currentTarget }) => setExternalId(currentTarget.value)}
      />
      <DialogFooter onCancel={onClose}>
        <Button loading={busy} disabled={!complete} onClick={() => void save()}>
          {t('action:save')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
