import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';

const MemberChoices = graphql(`
  query MemberChoices($search: String) {
    members(search: $search, active: true, page: { first: 50, offset: 0 }) {
      rows {
        id
        name
      }
    }
  }
`);

const MemberName = graphql(`
  query MemberName($id: ID!) {
    member(id: $id) {
      id
      name
    }
  }
`);

type Props = Omit<SelectProps, 'value' | 'onChange' | 'data'> & {
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
};

/** One person of the organisation, found while one types. */
export function MemberSelect({ value, onChange, ...props }: Props) {
  const { t } = useTranslation('action');
  const [search, setSearch] = useState('');
  const [{ data: named, fetching }] = useQuery({
    query: MemberName,
    variables: { id: value ?? '' },
    pause: !value,
  });
  const chosen = value ? named?.member : null;
  const [asked] = useDebouncedValue(search === chosen?.name ? '' : search, 200);
  const [{ data }] = useQuery({ query: MemberChoices, variables: { search: asked } });
  const found = data?.members.rows ?? [];
  const people = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      searchable
      // A name that is still to come would take the place of what somebody has begun to type.
      readOnly={fetching}
      nothingFoundMessage={t('nothingFound')}
      {...props}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => onChange?.(id)}
      searchValue={search}
      onSearchChange={setSearch}
    />
  );
}
