import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';

const ImportTargets = graphql(`
  query ImportTargets($kind: String!, $search: String) {
    importTargets(kind: $kind, search: $search) {
      id
      name
    }
  }
`);

type Target = { readonly id: string; readonly name: string };
type Props = {
  readonly kind: string;
  readonly label: string;
  /** A target that is known before any search, so that its name shows at once. */
  readonly known: Target | null;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
};

/** A person, product or account to stand for a name in a file; searches while one types. */
export function TargetSelect({ kind, label, known, value, onChange }: Props) {
  const { t } = useTranslation('import');
  const [opened, setOpened] = useState(false);
  const [picked, setPicked] = useState(known);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search === picked?.name ? '' : search, 200);
  const [{ data, fetching }] = useQuery({
    query: ImportTargets,
    variables: { kind, search: asked },
    pause: !opened,
  });
  const found = data?.importTargets ?? [];
  const targets = picked && !found.some(({ id }) => id === picked.id) ? [picked, ...found] : found;
  return (
    <Select
      aria-label={label}
      placeholder={t('values.leaveOut')}
      nothingFoundMessage={fetching ? t('values.searching') : t('values.nothing')}
      data={targets.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      clearable
      searchValue={search}
      onSearchChange={setSearch}
      onDropdownOpen={() => setOpened(true)}
      onChange={(id) => {
        setPicked(targets.find((target) => target.id === id) ?? null);
        onChange(id);
      }}
    />
  );
}
