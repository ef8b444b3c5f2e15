import { Card, Group, Table, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded, Pager } from '../ui/index.js';
import { LineRow } from './line-row.js';
import { useLines, useStatementChange, type Whose } from './statement.js';

const linesOnPage = 25;

/** Every line of a statement, a page at a time, each with its "Why?". */
export function Lines({ memberId, period }: Whose) {
  const { t } = useTranslation('pay');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search.trim(), 250);
  return (
    <Card component="section" aria-labelledby="lines">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="lines">
          {t('lines')}
        </Title>
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} />}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
      </Group>
      <LinePages key={`${period}:${wanted}`} memberId={memberId} period={period} search={wanted} />
    </Card>
  );
}

function LinePages({ memberId, period, search }: Whose & { search: string }) {
  const { t } = useTranslation('pay');
  const [page, setPage] = useState({ first: linesOnPage, offset: 0 });
  const query = useLines({ memberId, period, page, search: search || null });
  const [, refetch] = query;
  useStatementChange({ memberId, period }, () => refetch({ requestPolicy: 'network-only' }));
  return (
    <Loaded of={query}>
      {({ statement }) =>
        statement?.lines.total ? (
          <>
            <LineTable rows={statement.lines.rows} />
            <Pager page={page} total={statement.lines.total} onPage={setPage} />
          </>
        ) : (
          <EmptyState title={t(search ? 'nothingFound' : 'noLines')}>
            {t(search ? 'nothingFoundNext' : 'noLinesNext')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}

/** Lines of pay, each with its "Why?". */
export function LineTable({ rows }: { rows: Parameters<typeof LineRow>[0]['line'][] }) {
  const { t } = useTranslation('pay');
  return (
    <Table verticalSpacing="sm" horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('deal')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('closed')}</Table.Th>
          <Table.Th visibleFrom="md" className="number">
            {t('formula.base')}
          </Table.Th>
          <Table.Th visibleFrom="sm" className="number">
            {t('formula.rate')}
          </Table.Th>
          <Table.Th className="number">{t('amount')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('why')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((line) => (
          <LineRow key={line.id} line={line} />
        ))}
      </Table.Tbody>
    </Table>
  );
}
