import { groupBy } from '@laurel/shared/core';
import { Alert, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MoneyText, useFormat } from '../ui/index.js';
import classes from './payout.module.css';
import type { Statement } from './statement.js';

/** The way from what was earned to what is paid out: each kind of movement of a balance, to be added up. */
export function Payout({ statement }: { statement: Statement }) {
  const { t } = useTranslation(['pay', 'ledger']);
  const { earned, payout, currency, paidIn } = statement;
  const steps = stepsOf(statement);
  return (
    <section aria-label={t('payout.title')} className={classes.payout}>
      {steps.length === 0 ? (
        <Text c="dimmed">{t('payout.all')}</Text>
      ) : (
        <dl>
          <Step name={t('earned')} amount={earned} currency={currency} />
          {steps.map(({ account, kind, pay }) => (
            <Step
              key={`${account} ${kind}`}
              name={`${t(`ledger:account.${account}`)}: ${t(`ledger:kind.${kind}`)}`}
              amount={pay}
              currency={currency}
            />
          ))}
          <Step name={t('payout.title')} amount={payout} currency={currency} total />
        </dl>
      )}
      {paidIn && <PaidIn paidIn={paidIn} currency={currency} />}
    </section>
  );
}

/** What each kind of movement adds to the payout; those that only move a balance add nothing. */
function stepsOf({ balance }: Statement) {
  return (balance?.accounts ?? []).flatMap(({ account, movements }) =>
    [...groupBy(movements, ({ kind }) => kind)].flatMap(([kind, moved]) => {
      const pay = moved.reduce((sum, each) => sum + BigInt(each.pay), 0n);
      return pay === 0n ? [] : [{ account, kind, pay: String(pay) }];
    }),
  );
}

type PaidInProps = { paidIn: NonNullable<Statement['paidIn']>; currency: string };

/** What arrives in the payee's own currency, and how it was converted. */
function PaidIn({ paidIn, currency }: PaidInProps) {
  const { t } = useTranslation('pay');
  const { money, number, day } = useFormat();
  const { amount, rate, source } = paidIn;
  const pair = { from: currency, to: paidIn.currency };
  if (amount === null || rate === null || paidIn.day === null)
    return (
      <Alert mt="sm" color="gold" icon={<IconArrowsExchange size={18} />}>
        {t('payout.noRate', pair)}
      </Alert>
    );
  const figures = { ...pair, rate: number(rate, 10), source, day: day(paidIn.day) };
  return (
    <Text mt="sm">
      {t('payout.inOwn')} <strong>{money(amount, paidIn.currency)}</strong>
      <Text span c="dimmed" display="block" size="sm">
        {t(source ? 'payout.atRateOf' : 'payout.atRate', figures)}
      </Text>
    </Text>
  );
}

type StepProps = { name: string; amount: string; currency: string; total?: boolean };

const Step = ({ name, amount, currency, total }: StepProps) => (
  <div data-total={total}>
    <dt>{name}</dt>
    <dd>
      <MoneyText amount={amount} currency={currency} />
    </dd>
  </div>
);
