import { Button, Card, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChecklist, IconFileImport, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../session/session.js';
import {
  EmptyState,
  Loaded,
  PageHeader,
  Pager,
  PeriodPicker,
  usePeriodChoice,
  type PageWindow,
} from '../ui/index.js';
import { ScoreFields } from './score-fields.js';
import { SaveBar } from '../ui/save-bar.js';
import classes from './score.module.css';
import { useScoreDraft } from './use-score-draft.js';
import { useScoreSheet, type ScoreRow } from './use-score-sheet.js';

const pageSize = 25;

/** What people reached of the objectives in their plans, for a period. */
export function ScoresPage() {
  const { t } = useTranslation('score');
  const choice = usePeriodChoice('quarter');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodPicker choice={choice} />
      </PageHeader>
      <Loaded of={choice.query}>
        {() => choice.period && <Sheet key={choice.period} period={choice.period} />}
      </Loaded>
    </>
  );
}

function Sheet({ period }: { period: string }) {
  const { t } = useTranslation('score');
  const { member } = useSignedIn();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  const [page, setPage] = useState<PageWindow>({ first: pageSize, offset: 0 });
  const sheet = useScoreSheet(period, wanted, page);
  const draft = useScoreDraft(period);
  const find = (text: string) => {
    setSearch(text);
    setPage({ first: pageSize, offset: 0 });
  };
  return (
    <Card component="section" aria-label={t('title')}>
      <Group gap="sm" mb="md">
        <TextInput
          type="search"
          flex="1 1 14rem"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={({ currentTarget }) => find(currentTarget.value)}
        />
        {member.role === 'finance' && (
          <Button
            component={Link}
            to="/import"
            variant="default"
            leftSection={<IconFileImport size={18} />}
          >
            {t('import')}
          </Button>
        )}
      </Group>
      <Loaded of={sheet}>
        {({ scoreSheet: { rows, total } }) => (
          <>
            <People rows={rows} draft={draft} searched={wanted !== ''} />
            <Pager page={page} total={total} onPage={setPage} />
          </>
        )}
      </Loaded>
      <SaveBar draft={draft} />
    </Card>
  );
}

type PeopleProps = {
  readonly rows: readonly ScoreRow[];
  readonly draft: ReturnType<typeof useScoreDraft>;
  readonly searched: boolean;
};

function People({ rows, draft, searched }: PeopleProps) {
  const { t } = useTranslation('score');
  const { member } = useSignedIn();
  if (rows.length === 0)
    return (
      <EmptyState title={t(searched ? 'notFound' : 'none')} icon={IconChecklist}>
        {t(searched ? 'notFoundLead' : 'noneLead')}
      </EmptyState>
    );
  return (
    <ul className={classes.people}>
      {rows.map((row) => (
        <ScoreFields
          key={row.member.id}
          row={row}
          draft={draft}
          mine={row.member.id === member.id}
        />
      ))}
    </ul>
  );
}
