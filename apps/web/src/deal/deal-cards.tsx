import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { DayText, MoneyText } from '../ui/index.js';
import type { Deal } from './deal-fields.js';
import { DealStatusBadge } from './deal-status.js';
import classes from './deal-table.module.css';

type Props = { readonly rows: readonly Deal[]; readonly onOpen: (id: string) => void };

/** The deals on a phone: one card each, whole card to tap. */
export function DealCards({ rows, onOpen }: Props) {
  return (
    <Stack gap={0} hiddenFrom="md">
      {rows.map((deal) => (
        <UnstyledButton key={deal.id} className={classes.card} onClick={() => onOpen(deal.id)}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text fw={600} truncate>
              {deal.account?.name ?? deal.name}
            </Text>
            <Text fw={600} component="span">
              <MoneyText amount={deal.amount} currency={deal.currency} />
            </Text>
          </Group>
          <Group justify="space-between" wrap="nowrap" gap="sm" mt={4}>
            <Text size="sm" c="dimmed" truncate>
              {[deal.owner.name, deal.product?.name].filter(Boolean).join(' · ')}
            </Text>
            <Group gap="xs" wrap="nowrap" flex="none">
              {deal.closedOn && (
                <Text size="sm" c="dimmed" component="span">
                  <DayText day={deal.closedOn} />
                </Text>
              )}
              <DealStatusBadge status={deal.status} />
            </Group>
          </Group>
        </UnstyledButton>
      ))}
    </Stack>
  );
}
