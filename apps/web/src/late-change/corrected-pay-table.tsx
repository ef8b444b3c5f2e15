import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DifferenceRow, DifferenceTable } from '../ui/difference-table.js';
import type { CorrectedPay, LateChange } from './late-change.js';

type Props = { readonly change: LateChange; readonly ofOne: boolean };

/** Whose pay a change moved: what was paid, what is due, the difference; other deals it moved are summed. */
export function CorrectedPayTable({ change: { pay, currency, difference }, ofOne }: Props) {
  const { t } = useTranslation('late-change');
  return (
    <DifferenceTable
      words="late-change"
      what={t(ofOne ? 'what' : 'payee')}
      sum={{ difference, currency }}
    >
      {pay.map((each) => (
        <PayRow
          key={[each.payee.id, each.component, each.kind, each.cause].join(' ')}
          pay={each}
          currency={currency}
          ofOne={ofOne}
        />
      ))}
    </DifferenceTable>
  );
}

type RowProps = { readonly pay: CorrectedPay; readonly currency: string; readonly ofOne: boolean };

function PayRow({ pay, currency, ofOne }: RowProps) {
  const { t } = useTranslation(['late-change', 'pay']);
  const { payee, kind, cause, lines, before, after, difference } = pay;
  const what = cause === 'order' ? t('shifted', { count: lines }) : t(`pay:kind.${kind}`);
  return (
    <DifferenceRow {...{ before, after, difference, currency }}>
      {!ofOne && <Text inherit>{payee.name}</Text>}
      <Text size={ofOne ? undefined : 'sm'} c={ofOne ? undefined : 'dimmed'}>
        {what}
      </Text>
    </DifferenceRow>
  );
}
