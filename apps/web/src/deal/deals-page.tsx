import { Button, Card } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { mayOpen } from '../shell/navigation.js';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, PageHeader, Pager, Skeletons } from '../ui/index.js';
import { DealCards } from './deal-cards.js';
import { DealDrawer } from './deal-drawer.js';
import { DealFields } from './deal-fields.js';
import { DealFilters } from './deal-filters.js';
import { DealForm } from './deal-form.js';
import { DealTable } from './deal-table.js';
import { pageSize, useDealView } from './deal-view.js';

const Deals = graphql(
  `
    query Deals($filter: DealFilter, $sort: DealSort, $page: PageInput) {
      deals(filter: $filter, sort: $sort, page: $page) {
        total
        rows {
          ...DealFields
        }
      }
    }
  `,
  [DealFields],
);

/** Every deal one may see: found by search and filters, sorted and paged by the server. */
export function DealsPage() {
  const { t } = useTranslation('deal');
  const { view, search, set } = useDealView();
  const [adding, setAdding] = useState(false);
  const deals = useQuery({ query: Deals, variables: view });
  const open = (id: string) => set({ deal: id });
  const total = deals[0].data?.deals.total;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={total === undefined ? ' ' : t('count', { count: total })}
      >
        <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHeader>
      <Card component="section" aria-label={t('title')}>
        <DealFilters view={view} onChange={set} />
        <Loaded of={deals} skeleton={<Skeletons rows={10} />}>
          {({ deals: { rows, total } }) =>
            total === 0 ? (
              <NoDeals filtered={Object.keys(view.filter).length > 0} />
            ) : (
              <>
                <DealTable rows={rows} sort={view.sort} onOpen={open} onSort={set} />
                <DealCards rows={rows} onOpen={open} />
                <Pager
                  page={view.page}
                  total={total}
                  onPage={({ offset }) => set({ page: String(offset / pageSize + 1) })}
                />
              </>
            )
          }
        </Loaded>
      </Card>
      <DealDrawer id={search.get('deal')} onClose={() => set({ deal: null })} />
      <DealForm opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function NoDeals({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation('deal');
  const { member } = useSignedIn();
  if (filtered) return <EmptyState title={t('none.filtered')}>{t('none.filteredLead')}</EmptyState>;
  return (
    <EmptyState
      title={t('none.title')}
      action={
        mayOpen(member, '/import') && (
          <Button
            component={Link}
            to="/import"
            mt="sm"
            variant="light"
            leftSection={<IconFileImport size={18} />}
          >
            {t('none.import')}
          </Button>
        )
      }
    >
      {t('none.lead')}
    </EmptyState>
  );
}
