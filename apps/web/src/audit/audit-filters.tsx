import { Button, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { MemberSelect } from '../people/member-select.js';
import { DayInput } from '../ui/day-input.js';
import type { AuditView } from './audit-view.js';
import { useChoices } from './use-words.js';

type Props = {
  readonly view: AuditView;
  readonly onChange: (changes: Record<string, string | null>) => void;
};

/** Who, what, on which thing, and when. On a phone they are folded, so that the first rows are in view. */
export function AuditFilters({ view: { filter }, onChange }: Props) {
  const { t } = useTranslation('audit');
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [open, { toggle }] = useDisclosure();
  const find = useDebouncedCallback((text: string) => onChange({ text }), 250);
  const outcomes = (['done', 'refused'] as const).map((value) => ({
    value,
    label: t(`outcome.${value}`),
  }));
  const select = (name: 'action' | 'object' | 'outcome', data: Choice[]) => (
    <Select
      label={t(`filter.${name}`)}
      data={data}
      value={filter[name] ?? null}
      clearable
      searchable
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <search aria-label={t('filter.label')}>
      {phone && (
        <Button
          fullWidth
          mb="sm"
          variant="default"
          leftSection={<IconFilter size={18} aria-hidden />}
          aria-expanded={open}
          onClick={toggle}
        >
          {t('filter.more', { count: Object.values(filter).filter(Boolean).length })}
        </Button>
      )}
      <SimpleGrid
        cols={{ base: 1, xs: 2, md: 4 }}
        mb="lg"
        spacing="sm"
        {...(phone && !open && { display: 'none' })}
      >
        <TextInput
          type="search"
          label={t('filter.text')}
          leftSection={<IconSearch size={18} aria-hidden />}
          defaultValue={filter.text ?? ''}
          onChange={({ currentTarget }) => find(currentTarget.value)}
        />
        <MemberSelect
          label={t('filter.actorId')}
          value={filter.actorId ?? null}
          clearable
          onChange={(actorId) => onChange({ actorId })}
        />
        {select('action', useChoices('action'))}
        {select('object', useChoices('object'))}
        {select('outcome', outcomes)}
        {(['from', 'to'] as const).map((name) => (
          <DayInput
            key={name}
            label={t(`filter.${name}`)}
            value={filter[name] ?? null}
            clearable
            onChange={(day) => onChange({ [name]: day })}
          />
        ))}
        <Button variant="subtle" style={{ alignSelf: 'end' }} onClick={() => onChange(cleared)}>
          {t('filter.clear')}
        </Button>
      </SimpleGrid>
    </search>
  );
}

type Choice = { value: string; label: string };

const cleared = {
  text: null,
  actorId: null,
  action: null,
  object: null,
  objectId: null,
  outcome: null,
  from: null,
  to: null,
};
