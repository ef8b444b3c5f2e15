import { Button, Card } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';
import { Recalculation } from './recalculation.js';
import { type StatementFilter, StatementFilters } from './statement-filters.js';
import { StatementList } from './statement-list.js';

/** All statements of a period that the reader may see, with their totals and the report for payroll. */
export function StatementsPage() {
  const { t } = useTranslation('statement');
  const { member } = useSignedIn();
  const choice = usePeriodChoice();
  const [filter, setFilter] = useState<StatementFilter>({ search: '', teamId: null });
  const [version, setVersion] = useState(0);
  const computedAnew = useCallback(() => setVersion((before) => before + 1), []);
  const { period } = choice;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodPicker choice={choice} />
        {period && member.role === 'finance' && (
          <>
            <Recalculation period={period} onDone={computedAnew} />
            <Button
              component="a"
              href={`/exports/commission.csv?period=${period}`}
              leftSection={<IconDownload size={18} />}
            >
              {t('download')}
            </Button>
          </>
        )}
      </PageHeader>
      <Card>
        <StatementFilters filter={filter} onChange={setFilter} />
        {period && (
          <StatementList
            key={`${period} ${filter.search} ${filter.teamId} ${version}`}
            period={period}
            {...filter}
          />
        )}
      </Card>
    </>
  );
}
