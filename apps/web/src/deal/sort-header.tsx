import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './deal-table.module.css';
import type { DealView, SortField } from './deal-view.js';

type Props = {
  readonly field: SortField;
  readonly label: string;
  readonly sort: DealView['sort'];
  readonly number: boolean;
  readonly onSort: (changes: Record<string, string>) => void;
};

const icons = { asc: IconArrowUp, desc: IconArrowDown } as const;

/** A column heading that sorts: a second click turns the order round. */
export function SortHeader({ field, label, sort, number, onSort }: Props) {
  const direction = sort.field === field ? sort.direction : undefined;
  const Icon = direction ? icons[direction] : IconArrowsSort;
  const next = direction === 'desc' ? 'asc' : 'desc';
  return (
    <Table.Th
      className={number ? 'number' : undefined}
      aria-sort={
        direction ? ({ asc: 'ascending', desc: 'descending' } as const)[direction] : 'none'
      }
    >
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort({ sort: field, direction: next })}
      >
        {label}
        <Icon size={15} opacity={direction ? 1 : 0.45} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
