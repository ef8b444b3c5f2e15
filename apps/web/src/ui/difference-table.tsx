import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyText } from './money-text.js';

type Props = {
  /** What the rows are: lines, payees. */
  readonly what: string;
  /** Whose words head the columns. */
  readonly words: 'seen' | 'late-change' | 'quota-correction';
  /** The sum of the differences, where they can be added up. */
  readonly sum?: { readonly difference: string; readonly currency: string };
  readonly children: ReactNode;
};

/** What was paid, what is due now and the difference, row by row, with the sum beneath; a phone shows the difference. */
export function DifferenceTable({ what, words, sum, children }: Props) {
  const { t } = useTranslation(words);
  return (
    <Table verticalSpacing="xs" horizontalSpacing="xs" mt="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{what}</Table.Th>
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
        {children}
        {sum && (
          <Table.Tr fw={600}>
            <Table.Td>{t('total')}</Table.Td>
            <Table.Td visibleFrom="sm" />
            <Table.Td visibleFrom="sm" />
            <Table.Td className="number">
              <MoneyText amount={sum.difference} currency={sum.currency} />
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = {
  /** Null where there was, or is, no such line. */
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string;
  readonly currency: string;
  readonly children: ReactNode;
};

export function DifferenceRow({ before, after, difference, currency, children }: RowProps) {
  const money = (amount: string | null) =>
    amount === null ? '–' : <MoneyText amount={amount} currency={currency} />;
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{children}</Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {money(before)}
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {money(after)}
      </Table.Td>
      <Table.Td className="number">{money(difference)}</Table.Td>
    </Table.Tr>
  );
}
