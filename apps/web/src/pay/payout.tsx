import { groupBy } from '@laurel/shared/core';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../ui/index.js';
import classes from './payout.module.css';
import type { Statement } from './statement.js';

/** The way from what was earned to what is paid out: each kind of movement of a balance, to be added up. */
export function Payout({ statement }: { statement: Statement }) {
  const { t } = useTranslation(['pay', 'ledger']);
  const { earned, payout, currency } = statement;
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

type StepProps = { name: string; amount: string; currency: string; total?: boolean };

const Step = ({ name, amount, currency, total }: StepProps) => (
  <div data-total={total}>
    <dt>{name}</dt>
    <dd>
      <MoneyText amount={amount} currency={currency} />
    </dd>
  </div>
);
