import { Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayText, MoneyText, PersonAvatar } from '../ui/index.js';
import type { Deal } from './deal-fields.js';
import { DealStatusBadge } from './deal-status.js';
import classes from './deal-table.module.css';
import { SortHeader } from '../ui/index.js';
import type { DealView, SortField } from './deal-view.js';

type Props = {
  readonly rows: readonly Deal[];
  readonly sort: DealView['sort'];
  readonly onOpen: (id: string) => void;
  readonly onSort: (changes: Record<string, string>) => void;
};

const columns: readonly { name: string; sort?: SortField; number?: true }[] = [
  { name: 'deal', sort: 'name' },
  { name: 'owner' },
  { name: 'product' },
  { name: 'status', sort: 'status' },
  { name: 'closedOn', sort: 'closedOn' },
  { name: 'amount', sort: 'amount', number: true },
];

/** The deals on a wide screen; a click on a row, or on its name by keyboard, opens the deal. */
export function DealTable({ rows, sort, onOpen, onSort }: Props) {
  const { t } = useTranslation('deal');
  return (
    <Table verticalSpacing="sm" visibleFrom="md" className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ name, sort: field, number }) =>
            field ? (
              <SortHeader
                key={name}
                field={field}
                label={t(`column.${name}`)}
                sort={sort}
                number={number ?? false}
                onSort={(sort, direction) => onSort({ sort, direction })}
              />
            ) : (
              <Table.Th key={name}>{t(`column.${name}`)}</Table.Th>
            ),
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((deal) => (
          <DealRow key={deal.id} deal={deal} onOpen={onOpen} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function DealRow({ deal, onOpen }: { deal: Deal; onOpen: (id: string) => void }) {
  return (
    <Table.Tr className={classes.row} onClick={() => onOpen(deal.id)}>
      <Table.Td className={classes.name}>
        <UnstyledButton className={classes.link}>{deal.account?.name ?? deal.name}</UnstyledButton>
        <Text size="sm" c="dimmed" truncate>
          {deal.externalId}
        </Text>
      </Table.Td>
      <Table.Td>
        <span className={classes.owner}>
          <PersonAvatar name={deal.owner.name} size={26} />
          {deal.owner.name}
        </span>
      </Table.Td>
      <Table.Td>{deal.product?.name}</Table.Td>
      <Table.Td>
        <DealStatusBadge status={deal.status} />
        {deal.status === 'open' && (
          <Text size="sm" c="dimmed">
            {deal.stage}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <DayText day={deal.closedOn} />
      </Table.Td>
      <Table.Td className="number">
        <MoneyText amount={deal.amount} currency={deal.currency} />
      </Table.Td>
    </Table.Tr>
  );
}
