import { Table, type TableThProps, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './sort-header.module.css';

export type SortDirection = 'asc' | 'desc';

type Props<Field extends string> = {
  readonly field: Field;
  readonly label: string;
  readonly sort: { readonly field: Field; readonly direction: SortDirection };
  readonly number?: boolean;
  readonly onSort: (field: Field, direction: SortDirection) => void;
} & Pick<TableThProps, 'visibleFrom'>;

const icons = { asc: IconArrowUp, desc: IconArrowDown } as const;

/** A column heading that sorts: a second click turns the order round. */
export function SortHeader<Field extends string>(props: Props<Field>) {
  const { field, label, sort, number, onSort, visibleFrom } = props;
  const direction = sort.field === field ? sort.direction : undefined;
  const Icon = direction ? icons[direction] : IconArrowsSort;
  const next = direction === 'desc' ? 'asc' : 'desc';
  return (
    <Table.Th
      {...(visibleFrom && { visibleFrom })}
      className={number ? 'number' : undefined}
      aria-sort={
        direction ? ({ asc: 'ascending', desc: 'descending' } as const)[direction] : 'none'
      }
    >
      <UnstyledButton className={classes.sort} onClick={() => onSort(field, next)}>
        {label}
        <Icon size={15} opacity={direction ? 1 : 0.45} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}
