import { Card, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DealDrawer } from '../deal/deal-drawer.js';
import { SplitForm } from '../deal/split-form.js';
import { EmptyState, Loaded, Pager, type PageWindow } from '../ui/index.js';
import { AssignOwner } from './assign-owner.js';
import { usePendingWork } from '../ui/use-pending-work.js';
import { UncreditedDealsQuery, type UncreditedRow } from './crediting.js';
import { UncreditedTable } from './uncredited-table.js';

type Deal = UncreditedRow['deal'];

/** Won deals that pay somebody too little or nobody, each with what one can do about it; what was done is credited before it leaves the list. */
export function WorkList() {
  const { t } = useTranslation('crediting');
  const [page, setPage] = useState<PageWindow>({ first: 50, offset: 0 });
  const [opened, setOpened] = useState<Deal | null>(null);
  const [splitting, setSplitting] = useState<Deal | null>(null);
  const [assigning, setAssigning] = useState<Deal | null>(null);
  const open = useQuery({
    query: UncreditedDealsQuery,
    variables: { page },
    requestPolicy: 'cache-and-network',
  });
  const [, refetch] = open;
  const reload = useCallback(() => refetch({ requestPolicy: 'network-only' }), [refetch]);
  const { look } = usePendingWork(reload);
  const close = () => {
    setOpened(null);
    setSplitting(null);
    setAssigning(null);
    reload();
    look();
  };
  return (
    <Card component="section" aria-label={t('tab.open')}>
      <Loaded of={open}>
        {({ uncreditedDeals: { rows, total } }) =>
          total ? (
            <>
              <Text c="dimmed" size="sm" mb="md">
                {t('open.lead', { count: total })}
              </Text>
              <UncreditedTable
                rows={rows}
                onOpen={setOpened}
                onAssign={setAssigning}
                onSplit={setSplitting}
              />
              <Pager page={page} total={total} onPage={setPage} />
            </>
          ) : (
            <EmptyState icon={IconCircleCheck} title={t('open.none')}>
              {t('open.noneLead')}
            </EmptyState>
          )
        }
      </Loaded>
      <DealDrawer id={opened?.id ?? null} onClose={close} />
      <AssignOwner deal={assigning} onClose={close} />
      {splitting && <SplitForm key={splitting.id} deal={splitting} opened onClose={close} />}
    </Card>
  );
}
