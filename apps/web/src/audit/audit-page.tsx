import { Card } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EmptyState, Loaded, PageHeader, Pager, Skeletons } from '../ui/index.js';
import { AuditEntries } from './audit-entries.js';
import { AuditFilters } from './audit-filters.js';
import { AuditList } from './audit-list.js';
import { pageSize, useAuditView } from './audit-view.js';

/** Who changed what and when, refused attempts too: searched and paged by the server. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { view, set } = useAuditView();
  const entries = useQuery({
    query: AuditEntries,
    variables: view,
    requestPolicy: 'cache-and-network',
  });
  const filtered = Object.keys(view.filter).length > 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Card component="section" aria-label={t('title')}>
        <AuditFilters view={view} onChange={set} />
        <Loaded of={entries} skeleton={<Skeletons rows={10} />}>
          {({ auditEntries: { rows, total } }) =>
            total === 0 ? (
              <EmptyState icon={IconHistory} title={t('none.title')}>
                {t(filtered ? 'none.filtered' : 'none.lead')}
              </EmptyState>
            ) : (
              <>
                <AuditList rows={rows} />
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
    </>
  );
}
