import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DayText, useFormat } from '../ui/index.js';
import type { Rate } from './exchange-rate.js';

type Props = {
  readonly rows: readonly Rate[];
  readonly onEdit: (rate: Rate) => void;
  readonly onRemove: (rate: Rate) => void;
};

/** Every digit that is shown; a rate is never rounded here. */
const allDigits = 12;

/** A rate a line; on a phone day and source stand below the pair. */
export function RateTable({ rows, onEdit, onRemove }: Props) {
  const { t } = useTranslation('exchange-rate');
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('column.pair')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.day')}</Table.Th>
          <Table.Th className="number">{t('column.rate')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('column.source')}</Table.Th>
          <Table.Th aria-label={t('column.actions')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((rate) => (
          <RateRow key={rate.id} rate={rate} onEdit={onEdit} onRemove={onRemove} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RateRow({ rate, onEdit, onRemove }: Omit<Props, 'rows'> & { rate: Rate }) {
  const { t } = useTranslation('exchange-rate');
  const { number, day: written } = useFormat();
  const { from, to, day, source } = rate;
  const which = { from, to, day: written(day) };
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500} style={{ whiteSpace: 'nowrap' }}>
          {from} → {to}
        </Text>
        <Text size="sm" c="dimmed" hiddenFrom="sm">
          <DayText day={day} /> {source}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <DayText day={day} />
      </Table.Td>
      <Table.Td className="number">{number(rate.rate, allDigits)}</Table.Td>
      <Table.Td visibleFrom="sm" c="dimmed">
        {source}
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editOf', which)}
            onClick={() => onEdit(rate)}
          >
            <IconPencil size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeOf', which)}
            onClick={() => onRemove(rate)}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
