import { Group, Table, Text } from '@mantine/core';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MoneyText, PersonAvatar, useFormat } from '../ui/index.js';
import { MoneyInput } from '../ui/money-input.js';
import { pastedColumn } from './pasted.js';
import draftClasses from '../ui/draft.module.css';
import classes from './plan.module.css';
import type { QuotaDraft } from './use-quota-draft.js';
import type { AmountKind, QuotaRow } from './use-quotas.js';

type Props = {
  readonly kind: AmountKind;
  readonly rows: readonly QuotaRow[];
  readonly before: string;
  readonly draft: QuotaDraft;
  readonly editable: boolean;
};

/** A person a line: the amount before, and the one of the period to type. */
export function QuotaTable({ kind, rows, before, draft, editable }: Props) {
  const { t } = useTranslation('plan');
  const { period, language } = useFormat();

  /** A column from a spreadsheet fills this line and those below it. */
  function paste(event: ClipboardEvent, at: number) {
    const format = language === 'de' ? 'decimal-comma' : 'decimal-point';
    const text = event.clipboardData.getData('text');
    const amounts = pastedColumn(text, format, rows[at]!.currency);
    if (amounts.length === 0) return;
    event.preventDefault();
    const filled = rows.slice(at, at + amounts.length).map((row, i) => [row, amounts[i]!] as const);
    draft.put(filled.flatMap(([row, amount]) => (amount ? [[row.memberId, amount]] : [])));
  }

  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(`${kind}.person`)}</Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {period(before)}
          </Table.Th>
          <Table.Th className="number">{t(`${kind}.amount`)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, i) => (
          <Table.Tr key={row.memberId}>
            <Table.Td maw={0} w="50%">
              <Group gap="sm" wrap="nowrap">
                <PersonAvatar name={row.name} />
                <Text fw={500} truncate>
                  {row.name}
                </Text>
              </Group>
            </Table.Td>
            <Table.Td className="number" visibleFrom="sm" c="dimmed">
              {row.before && <MoneyText amount={row.before} currency={row.currency} />}
            </Table.Td>
            <Table.Td className="number">
              <Amount
                kind={kind}
                row={row}
                draft={draft}
                editable={editable}
                onPaste={(e) => paste(e, i)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type AmountProps = Pick<Props, 'kind' | 'draft' | 'editable'> & {
  row: QuotaRow;
  onPaste: (event: ClipboardEvent) => void;
};

function Amount({ kind, row, draft, editable, onPaste }: AmountProps) {
  const { t } = useTranslation('plan');
  const amount = draft.amountOf(row);
  if (!editable) return amount && <MoneyText amount={amount} currency={row.currency} />;
  return (
    <MoneyInput
      className={`${classes.quota} ${draft.isChanged(row) ? draftClasses.changed : ''}`}
      aria-label={t(`${kind}.of`, { name: row.name })}
      placeholder={t(`${kind}.notGiven`)}
      value={amount}
      currency={row.currency}
      allowNegative={false}
      onPaste={onPaste}
      onChange={(minor) => draft.put([[row.memberId, minor]])}
    />
  );
}
