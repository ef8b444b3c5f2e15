import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../ui/index.js';
import type { CorrectedPay, LateChange } from './late-change.js';

type Props = { readonly change: LateChange; readonly ofOne: boolean };

/** Whose pay a change moved: what was paid, what is due, the difference; other deals it moved are summed. */
export function CorrectedPayTable({ change: { pay, currency, difference }, ofOne }: Props) {
  const { t } = useTranslation('late-change');
  return (
    <Table verticalSpacing={6} horizontalSpacing="xs" mt="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(ofOne ? 'what' : 'payee')}</Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {t('before')}
          </Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {t('after')}
          </Table.Th>
          <Table.Th className="number">{t('difference')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pay.map((each) => (
          <PayRow
            key={[each.payee.id, each.component, each.kind, each.cause].join(' ')}
            pay={each}
            currency={currency}
            ofOne={ofOne}
          />
        ))}
        <Table.Tr fw={600}>
          <Table.Td>{t('total')}</Table.Td>
          <Table.Td visibleFrom="sm" />
          <Table.Td visibleFrom="sm" />
          <Table.Td className="number">
            <MoneyText amount={difference} currency={currency} />
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

type RowProps = { readonly pay: CorrectedPay; readonly currency: string; readonly ofOne: boolean };

function PayRow({ pay, currency, ofOne }: RowProps) {
  const { t } = useTranslation(['late-change', 'pay']);
  const { payee, kind, cause, lines, before, after, difference } = pay;
  const what = cause === 'order' ? t('shifted', { count: lines }) : t(`pay:kind.${kind}`);
  return (
    <Table.Tr>
      <Table.Td>
        {!ofOne && <Text inherit>{payee.name}</Text>}
        <Text size={ofOne ? undefined : 'sm'} c={ofOne ? undefined : 'dimmed'}>
          {what}
        </Text>
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        <MoneyText amount={before} currency={currency} />
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        <MoneyText amount={after} currency={currency} />
      </Table.Td>
      <Table.Td className="number">
        <MoneyText amount={difference} currency={currency} />
      </Table.Td>
    </Table.Tr>
  );
}
