import { Anchor, Table, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState, MoneyText, SortHeader, type SortDirection, useFormat } from '../ui/index.js';
import type { Column, Sort, Trial, TrialRow } from './plan-trial.js';
import classes from './spread.module.css';

type Props = {
  readonly trial: Trial;
  readonly sort: Sort;
  readonly onSort: (field: Column, direction: SortDirection) => void;
  readonly onOpen: (row: TrialRow) => void;
};

const columns: readonly { field: Column; visibleFrom?: 'sm' }[] = [
  { field: 'name' },
  { field: 'attainment', visibleFrom: 'sm' },
  { field: 'current', visibleFrom: 'sm' },
  { field: 'tried', visibleFrom: 'sm' },
  { field: 'difference' },
];

/** A payee a row; the name opens the lines. On a phone both sides stand below the name. */
export function TrialTable({ trial, sort, onSort, onOpen }: Props) {
  const { t } = useTranslation('plan-trial');
  const { currency, payees, current, tried } = trial;
  if (payees.total === 0)
    return <EmptyState title={t('noneFound')}>{t('noneFoundNext')}</EmptyState>;
  const all = { current, tried, difference: (BigInt(tried) - BigInt(current)).toString() };
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <SortHeader
              key={column.field}
              {...column}
              label={t(`column.${column.field}`)}
              number={column.field !== 'name'}
              sort={sort}
              onSort={onSort}
            />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {payees.rows.map((row) => (
          <PayeeRow key={row.payee.id} row={row} currency={currency} onOpen={onOpen} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{t('all')}</Table.Th>
          <Table.Th visibleFrom="sm" />
          <Figures {...all} currency={currency} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

type RowProps = { row: TrialRow; currency: string; onOpen: (row: TrialRow) => void };

function PayeeRow({ row, currency, onOpen }: RowProps) {
  const { t } = useTranslation('plan-trial');
  const { percent } = useFormat();
  const { payee, attainment, current, tried, difference, problems } = row;
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>
        <Anchor component="button" type="button" fw={600} ta="start" onClick={() => onOpen(row)}>
          {payee.name}
        </Anchor>
        {problems.length > 0 && (
          <Tooltip label={problems.map(({ message }) => message).join(' ')} multiline maw={320}>
            <IconAlertTriangle
              size={16}
              role="img"
              aria-label={t('rowProblems', { count: problems.length })}
            />
          </Tooltip>
        )}
        <Text size="sm" c="dimmed" hiddenFrom="sm">
          <MoneyText amount={current} currency={currency} /> →{' '}
          <MoneyText amount={tried} currency={currency} />
        </Text>
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {attainment === null ? '–' : percent(attainment, 1)}
      </Table.Td>
      <Figures current={current} tried={tried} difference={difference} currency={currency} />
    </Table.Tr>
  );
}

type FigureProps = { current: string; tried: string; difference: string; currency: string };

function Figures({ current, tried, difference, currency }: FigureProps) {
  const colour = difference === '0' ? 'dimmed' : undefined;
  return (
    <>
      <Table.Td className="number" visibleFrom="sm">
        <MoneyText amount={current} currency={currency} />
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        <MoneyText amount={tried} currency={currency} />
      </Table.Td>
      <Table.Td className="number">
        <Text span fw={600} {...(colour && { c: colour })}>
          <MoneyText amount={difference} currency={currency} style="signed" />
        </Text>
      </Table.Td>
    </>
  );
}
