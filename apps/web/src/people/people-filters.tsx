import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { roles } from '@laurel/shared/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PeopleView } from './people-view.js';

type Props = {
  readonly view: PeopleView;
  readonly onChange: (changes: Record<string, string | null>) => void;
};

/** Search, role, and here or gone. */
export function PeopleFilters({ view, onChange }: Props) {
  const { t } = useTranslation(['people', 'shell']);
  const find = useDebouncedCallback((search: string) => onChange({ search }), 250);
  return (
    <search aria-label={t('filter.label')}>
      <Group gap="sm" mb="md">
        <TextInput
          type="search"
          flex="1 1 14rem"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          defaultValue={view.search ?? ''}
          onChange={({ currentTarget }) => find(currentTarget.value)}
        />
        <Select
          aria-label={t('column.role')}
          placeholder={t('filter.anyRole')}
          data={roles.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
          value={view.role}
          clearable
          onChange={(role) => onChange({ role })}
        />
        <SegmentedControl
          aria-label={t('filter.show')}
          data={[
            { value: 'here', label: t('filter.here') },
            { value: 'left', label: t('filter.left') },
          ]}
          value={view.active ? 'here' : 'left'}
          onChange={(show) => onChange({ show: show === 'left' ? show : null })}
        />
      </Group>
    </search>
  );
}
