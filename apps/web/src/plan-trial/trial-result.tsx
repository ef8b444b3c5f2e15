import { Box, Card, LoadingOverlay, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded, Pager, type PageWindow, Skeletons } from '../ui/index.js';
import { type Sort, type TrialInput, type TrialRow, useTrial } from './plan-trial.js';
import { Spread } from './spread.js';
import { TrialLines } from './trial-lines.js';
import { TrialSums } from './trial-sums.js';
import { TrialTable } from './trial-table.js';

const firstPage: PageWindow = { first: 50, offset: 0 };

/** Sums, who gains and who loses, and each payee; the sums are of all, whatever is searched. */
export function TrialResult({ trial }: { trial: TrialInput }) {
  const { t } = useTranslation('plan-trial');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const [sort, setSort] = useState<Sort>({ field: 'difference', direction: 'desc' });
  const [page, setPage] = useState(firstPage);
  const [opened, setOpened] = useState<TrialRow | null>(null);
  const query = useTrial(trial, { search: wanted, sort, page });
  const find = (text: string) => {
    setSearch(text);
    setPage(firstPage);
  };
  return (
    <Loaded of={query} skeleton={<Skeletons />}>
      {({ tryPlan }) =>
        tryPlan.spread.length === 0 ? (
          <Card>
            <EmptyState icon={IconUsers} title={t('nobody')}>
              {t('nobodyNext')}
            </EmptyState>
          </Card>
        ) : (
          <>
            <Card component="section" aria-label={t('sums')}>
              <TrialSums trial={tryPlan} />
              <Spread bands={tryPlan.spread} currency={tryPlan.currency} />
            </Card>
            <Card component="section" aria-label={t('payees')}>
              <TextInput
                type="search"
                mb="md"
                maw={360}
                aria-label={t('search')}
                placeholder={t('search')}
                leftSection={<IconSearch size={16} aria-hidden />}
                value={search}
                onChange={({ currentTarget }) => find(currentTarget.value)}
              />
              <Box pos="relative">
                <LoadingOverlay visible={query[0].fetching} loaderProps={{ size: 'sm' }} />
                <TrialTable
                  trial={tryPlan}
                  sort={sort}
                  onSort={(field, direction) => {
                    setSort({ field, direction });
                    setPage(firstPage);
                  }}
                  onOpen={setOpened}
                />
              </Box>
              <Pager page={page} total={tryPlan.payees.total} onPage={setPage} />
            </Card>
            <TrialLines trial={trial} row={opened} onClose={() => setOpened(null)} />
          </>
        )
      }
    </Loaded>
  );
}
