import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { Change } from './change.js';
import type { LatePayment } from './late-change.js';

/** Each payment that came late, changed or went: how much it was on which day, and how much on which day it is. */
export function PaymentChanges({ payments }: { readonly payments: readonly LatePayment[] }) {
  const { t } = useTranslation('late-change');
  return payments.map(({ before, after }) => {
    const payment = (after ?? before)!.externalId;
    return (
      <Change key={payment} name={t('payment', { payment })}>
        {[<Paid key="before" payment={before} />, <Paid key="after" payment={after} />]}
      </Change>
    );
  });
}

function Paid({ payment }: { readonly payment: LatePayment['before'] }) {
  const { t } = useTranslation('late-change');
  const { money, day } = useFormat();
  if (!payment) return <span>–</span>;
  const { amount, currency, receivedOn } = payment;
  return <span>{t('paidOn', { amount: money(amount, currency), day: day(receivedOn) })}</span>;
}
