import { Button, Chip, Collapse, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { MemberSelect } from '../people/member-select.js';
import { useSignedIn } from '../session/session.js';
import { DayInput } from '../ui/day-input.js';
import { statuses } from './deal-fields.js';
import type { DealView } from './deal-view.js';

const DealFacets = graphql(`
  query DealFacets {
    dealFacets {
      stages
      regions
      products {
        id
        name
      }
    }
    teams {
      id
      name
    }
  }
`);

type Props = {
  readonly view: DealView;
  readonly onChange: (changes: Record<string, string | null>) => void;
};

/** Search and status in view, the rest one click away. */
export function DealFilters({ view: { filter }, onChange }: Props) {
  const { t } = useTranslation('deal');
  const { search, status, ...others } = filter;
  const active = Object.keys(others).length;
  const [opened, panel] = useDisclosure(active > 0);
  const panelId = useId();
  const find = useDebouncedCallback((text: string) => onChange({ search: text }), 250);
  return (
    <search aria-label={t('filter.label')}>
      <Group gap="sm" mb="md">
        <TextInput
          type="search"
          flex="1 1 14rem"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          defaultValue={search ?? ''}
          onChange={({ currentTarget }) => find(currentTarget.value)}
        />
        <Chip.Group
          multiple
          value={status ?? []}
          onChange={(chosen) => onChange({ status: chosen.join(',') })}
        >
          <Group gap={6} wrap="nowrap">
            {statuses.map((each) => (
              <Chip key={each} value={each} radius="md">
                {t(`status.${each}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={18} />}
          aria-expanded={opened}
          aria-controls={panelId}
          onClick={panel.toggle}
        >
          {active > 0 ? t('filter.moreActive', { count: active }) : t('filter.more')}
        </Button>
      </Group>
      <Collapse expanded={opened} id={panelId}>
        <MoreFilters filter={others} onChange={onChange} />
      </Collapse>
    </search>
  );
}

type MoreProps = { filter: Props['view']['filter']; onChange: Props['onChange'] };

function MoreFilters({ filter, onChange }: MoreProps) {
  const { t } = useTranslation('deal');
  const { member } = useSignedIn();
  const [{ data }] = useQuery({ query: DealFacets });
  const { stages = [], regions = [], products = [] } = data?.dealFacets ?? {};
  const choices = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const select = (name: 'productId' | 'stage' | 'region' | 'teamId', data: Choices) => (
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
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="lg" spacing="sm">
      {member.role !== 'rep' && (
        <MemberSelect
          label={t('filter.ownerId')}
          value={filter.ownerId ?? null}
          clearable
          onChange={(ownerId) => onChange({ ownerId })}
        />
      )}
      {member.role !== 'rep' && select('teamId', choices(data?.teams ?? []))}
      {select('productId', choices(products))}
      {select('stage', stages)}
      {select('region', regions)}
      {(['closedFrom', 'closedTo'] as const).map((name) => (
        <DayInput
          key={name}
          label={t(`filter.${name}`)}
          value={filter[name] ?? null}
          clearable
          onChange={(day) => onChange({ [name]: day })}
        />
      ))}
      <Button
        variant="subtle"
        style={{ alignSelf: 'end' }}
        onClick={() => onChange({ ...cleared, importId: null })}
      >
        {t('filter.clear')}
      </Button>
    </SimpleGrid>
  );
}

type Choices = readonly string[] | { value: string; label: string }[];

const cleared = {
  ownerId: null,
  teamId: null,
  productId: null,
  stage: null,
  region: null,
  closedFrom: null,
  closedTo: null,
};
