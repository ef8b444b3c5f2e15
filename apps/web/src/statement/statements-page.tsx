import { Button, Card, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';
import { Recalculation } from './recalculation.js';
import { StatementList } from './statement-list.js';

/** All statements of a period that the reader may see, with their totals and the report for payroll. */
export function StatementsPage() {
  const { t } = useTranslation('statement');
  const { member } = useSignedIn();
  const choice = usePeriodChoice();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
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
        <TextInput
          mb="md"
          maw={360}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {period && (
          <StatementList key={`${period} ${wanted} ${version}`} period={period} search={wanted} />
        )}
      </Card>
    </>
  );
}
