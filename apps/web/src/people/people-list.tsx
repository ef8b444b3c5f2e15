import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { EmptyState, Loaded, Pager, Skeletons } from '../ui/index.js';
import { PeopleFilters } from './people-filters.js';
import { usePeopleView } from './people-view.js';
import { PersonFields } from './person-fields.js';
import { PersonRow } from './person-row.js';

const People = graphql(
  `
    query People($search: String, $role: Role, $active: Boolean, $page: PageInput) {
      members(search: $search, role: $role, active: $active, page: $page) {
        total
        rows {
          ...PersonFields
        }
      }
    }
  `,
  [PersonFields],
);

/** People found by name or mail, role, and whether they are still here. */
export function PeopleList() {
  const { t } = useTranslation('people');
  const { view, set } = usePeopleView();
  const people = useQuery({ query: People, variables: view });
  return (
    <>
      <PeopleFilters view={view} onChange={set} />
      <Loaded of={people} skeleton={<Skeletons rows={8} />}>
        {({ members: { rows, total } }) =>
          total === 0 ? (
            <EmptyState title={t('none.title')}>{t('none.lead')}</EmptyState>
          ) : (
            <>
              <Table verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('column.name')}</Table.Th>
                    <Table.Th visibleFrom="sm">{t('column.role')}</Table.Th>
                    <Table.Th visibleFrom="md">{t('column.team')}</Table.Th>
                    <Table.Th visibleFrom="sm">{t('column.access')}</Table.Th>
                    <Table.Th w={1} aria-label={t('column.actions')} />
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((person) => (
                    <PersonRow key={person.id} person={person} />
                  ))}
                </Table.Tbody>
              </Table>
              <Pager
                page={view.page}
                total={total}
                onPage={({ first, offset }) => set({ page: String(offset / first + 1) })}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
