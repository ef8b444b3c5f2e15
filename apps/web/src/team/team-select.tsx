import { Select, type SelectProps } from '@mantine/core';
import type { Placed } from './team-tree.js';

type Team = { readonly id: string; readonly name: string };
type Props = Omit<SelectProps, 'data'> & { readonly placed: readonly Placed<Team>[] };

/** Teams to choose from, each set in below the one it belongs to. */
export const TeamSelect = ({ placed, ...props }: Props) => (
  <Select
    searchable
    data={placed.map(({ team, depth }) => ({
      value: team.id,
      label: '\u2003'.repeat(depth) + team.name,
    }))}
    {...props}
  />
);
