import { Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { TeamSelect } from '../team/team-select.js';
import { treeOf } from '../team/team-tree.js';

const TeamsToChoose = graphql(`
  query TeamsToChoose {
    teams {
      id
      name
      parentId
    }
  }
`);

/** Which statements of a period are wanted. */
export type StatementFilter = { readonly search: string; readonly teamId: string | null };

type Props = {
  readonly filter: StatementFilter;
  readonly onChange: (filter: StatementFilter) => void;
};

/** Finds statements by name and by team. */
export function StatementFilters({ filter, onChange }: Props) {
  const { t } = useTranslation(['statement', 'action']);
  const [{ data }] = useQuery({ query: TeamsToChoose });
  const find = useDebouncedCallback(
    (text: string) => onChange({ ...filter, search: text.trim() }),
    250,
  );
  return (
    <Group component="search" gap="sm" mb="md">
      <TextInput
        flex="1 1 14rem"
        maw={360}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={({ currentTarget }) => find(currentTarget.value)}
      />
      <TeamSelect
        flex="1 1 14rem"
        maw={360}
        clearable
        clearButtonProps={{ 'aria-label': t('action:clear') }}
        aria-label={t('team')}
        placeholder={t('everyTeam')}
        placed={treeOf(data?.teams ?? [])}
        value={filter.teamId}
        onChange={(teamId) => onChange({ ...filter, teamId })}
      />
    </Group>
  );
}
