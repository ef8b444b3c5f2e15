import { Table } from '@mantine/core';
import { groupBy } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../ui/index.js';
import type { AccountBalance } from './balance.js';
import { KindRows } from './kind-rows.js';

type Props = { balance: AccountBalance; period: string; currency: string };

/** One balance in one period, to be added up: opening, what moved it, closing. */
export function AccountTable({ balance, period, currency }: Props) {
  const { t } = useTranslation('ledger');
  const { account, opening, movements, closing } = balance;
  return (
    <Table verticalSpacing={6} horizontalSpacing="xs" aria-label={t(`account.${account}`)}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`account.${account}`)}</Table.Th>
          <Table.Th className="number">{t('balance')}</Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {t('payout')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Total label={t('opening')} amount={opening} currency={currency} />
        {[...groupBy(movements, ({ kind }) => kind)].map(([kind, all]) => (
          <KindRows key={kind} movements={all} period={period} currency={currency} />
        ))}
        <Total label={t('closing')} amount={closing} currency={currency} />
      </Table.Tbody>
    </Table>
  );
}

type TotalProps = { label: string; amount: string; currency: string };

const Total = ({ label, amount, currency }: TotalProps) => (
  <Table.Tr>
    <Table.Td c="dimmed">{label}</Table.Td>
    <Table.Td className="number">
      <MoneyText amount={amount} currency={currency} />
    </Table.Td>
    <Table.Td visibleFrom="sm" />
  </Table.Tr>
);
