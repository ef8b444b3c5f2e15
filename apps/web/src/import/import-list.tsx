import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { EmptyState, Loaded, Pager, TimeText } from '../ui/index.js';
import type { ImportStatus } from './import-fields.js';
import { UndoButton } from './undo-button.js';

const Imports = graphql(`
  query Imports($page: PageInput) {
    imports(page: $page) {
      total
      rows {
        id
        kind
        fileName
        status
        rowCount
        createdCount
        updatedCount
        rejectedCount
        createdAt
        undoable
        createdBy {
          id
          name
        }
      }
    }
  }
`);

type Row = ResultOf<typeof Imports>['imports']['rows'][number];

/** Imports of the past, newest first: open ones go on where they stopped, done ones can be undone. */
export function ImportList() {
  const { t } = useTranslation('import');
  const [page, setPage] = useState({ first: 20, offset: 0 });
  const imports = useQuery({ query: Imports, variables: { page } });
  return (
    <Loaded of={imports}>
      {({ imports: { rows, total } }) =>
        total === 0 ? (
          <EmptyState title={t('past.none')} icon={IconFileImport}>
            {t('past.noneLead')}
          </EmptyState>
        ) : (
          <>
            <Table verticalSpacing="sm" visibleFrom="sm">
              <Head />
              <Table.Tbody>
                {rows.map((row) => (
                  <ImportRow key={row.id} row={row} />
                ))}
              </Table.Tbody>
            </Table>
            <Stack hiddenFrom="sm" gap="lg">
              {rows.map((row) => (
                <ImportCard key={row.id} row={row} />
              ))}
            </Stack>
            <Pager page={page} total={total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}

function Head() {
  const { t } = useTranslation('import');
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{t('past.file')}</Table.Th>
        <Table.Th>{t('past.status')}</Table.Th>
        <Table.Th className="number">{t('past.rows')}</Table.Th>
        <Table.Th>{t('past.by')}</Table.Th>
        <Table.Th aria-label={t('past.actions')} />
      </Table.Tr>
    </Table.Thead>
  );
}

function ImportRow({ row }: { row: Row }) {
  const { t } = useTranslation('import');
  return (
    <Table.Tr>
      <Table.Td>
        <FileName row={row} />
      </Table.Td>
      <Table.Td>
        <StatusBadge status={row.status} />
      </Table.Td>
      <Table.Td className="number">
        {t('check.number', { count: row.rowCount })}
        {row.rejectedCount > 0 && (
          <Text size="sm" c="dimmed">
            {t('past.rejected', { count: row.rejectedCount })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {row.createdBy.name}
        <Text size="sm" c="dimmed">
          <TimeText at={row.createdAt} />
        </Text>
      </Table.Td>
      <Table.Td ta="end">{row.undoable && <UndoButton current={row} />}</Table.Td>
    </Table.Tr>
  );
}

function ImportCard({ row }: { row: Row }) {
  const { t } = useTranslation('import');
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap">
        <FileName row={row} />
        <StatusBadge status={row.status} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('past.rowCount', { count: row.rowCount })} · {row.createdBy.name} ·{' '}
        <TimeText at={row.createdAt} />
      </Text>
      {row.undoable && (
        <Group>
          <UndoButton current={row} />
        </Group>
      )}
    </Stack>
  );
}

function FileName({ row }: { row: Row }) {
  const { t } = useTranslation('import');
  return (
    <div style={{ minWidth: 0 }}>
      <Anchor
        component={Link}
        to={`/import/${row.id}`}
        fw={600}
        style={{ overflowWrap: 'anywhere' }}
      >
        {row.fileName}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t(`kind.${row.kind}`)}
      </Text>
    </div>
  );
}

const colors: Readonly<Record<ImportStatus, string>> = {
  uploaded: 'blue',
  read: 'gold',
  checking: 'blue',
  checked: 'gold',
  running: 'blue',
  done: 'laurel',
  failed: 'red',
  undoing: 'blue',
  undone: 'gray',
};

function StatusBadge({ status }: { status: ImportStatus }) {
  const { t } = useTranslation('import');
  return (
    <Badge color={colors[status]} style={{ flexShrink: 0 }}>
      {t(`status.${status}`)}
    </Badge>
  );
}
