import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayText, MoneyText, useFormat } from '../ui/index.js';
import type { UncreditedRow } from './crediting.js';

type Deal = UncreditedRow['deal'];
type Props = {
  readonly rows: readonly UncreditedRow[];
  readonly onOpen: (deal: Deal) => void;
  readonly onAssign: (deal: Deal) => void;
  readonly onSplit: (deal: Deal) => void;
};

/** A deal a line, why it is here, and the two ways out; what waits for a date needs that date, and is opened. */
export function UncreditedTable({ rows, ...actions }: Props) {
  const { t } = useTranslation('crediting');
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('open.deal')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('open.closedOn')}</Table.Th>
          <Table.Th className="number" visibleFrom="sm">
            {t('open.amount')}
          </Table.Th>
          <Table.Th visibleFrom="md" aria-label={t('open.actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={`${row.deal.id} ${row.payee?.id}`} row={row} {...actions} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row, onOpen, ...actions }: Omit<Props, 'rows'> & { row: UncreditedRow }) {
  const { t } = useTranslation('crediting');
  const { money } = useFormat();
  const { deal, reason, payee, open } = row;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component="button" type="button" ta="left" onClick={() => onOpen(deal)}>
          {deal.account?.name ?? deal.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t(`open.reason.${reason}`, {
            name: payee?.name ?? deal.owner.name,
            amount: money(open ?? '0', deal.currency),
          })}
        </Text>
        <Text size="sm" c="dimmed" hiddenFrom="sm">
          <DayText day={deal.closedOn} /> ·{' '}
          <MoneyText amount={deal.amount} currency={deal.currency} />
        </Text>
        <Group gap="xs" mt="xs" hiddenFrom="md">
          {open === null && <Actions deal={deal} {...actions} />}
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <DayText day={deal.closedOn} />
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        <MoneyText amount={deal.amount} currency={deal.currency} />
      </Table.Td>
      <Table.Td visibleFrom="md">
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {open === null && <Actions deal={deal} {...actions} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function Actions({
  deal,
  onAssign,
  onSplit,
}: Pick<Props, 'onAssign' | 'onSplit'> & { deal: Deal }) {
  const { t } = useTranslation('crediting');
  const name = deal.externalId;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('open.assignOf', { name })}
        onClick={() => onAssign(deal)}
      >
        {t('open.assign')}
      </Button>
      <Button
        size="xs"
        variant="default"
        aria-label={t('open.splitOf', { name })}
        onClick={() => onSplit(deal)}
      >
        {t('open.split')}
      </Button>
    </>
  );
}
