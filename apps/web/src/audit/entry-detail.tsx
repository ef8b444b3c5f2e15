import { Code, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyAction } from '../ui/copy-action.js';
import { useFormat } from '../ui/index.js';
import type { AuditEntry } from './audit-entries.js';
import { ChangedRowTable } from './changed-row-table.js';
import { changedRows } from './changes.js';

/** What changed from what to what, and everything by which the entry can be found and proven. */
export function EntryDetail({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation(['audit', 'problem']);
  const rows = changedRows(entry);
  const counted = Object.values(entry.counts as Record<string, number>);
  const untold = counted.reduce((sum, count) => sum + count, 0) - rows.length;
  return (
    <Stack gap="md">
      {entry.problem && <Text>{t('refusedAs', { code: entry.problem })}</Text>}
      {rows.map((row) => (
        <ChangedRowTable key={`${row.table}|${row.key}`} row={row} />
      ))}
      {rows.length === 0 && !entry.problem && (
        <Text c="dimmed">{t(untold > 0 ? 'hidden' : 'unchanged')}</Text>
      )}
      {rows.length > 0 && untold > 0 && <Text c="dimmed">{t('more', { count: untold })}</Text>}
      <Facts entry={entry} shown={rows.length > 0} />
    </Stack>
  );
}

/** The head names the entry and seals all before it: kept elsewhere, it proves that nothing was taken out. */
function Facts({ entry, shown }: { entry: AuditEntry; shown: boolean }) {
  const { t } = useTranslation('audit');
  const { instant } = useFormat();
  const { at, requestId, sequence, hash, objectIds } = entry;
  return (
    <Stack gap={4}>
      <Fact label={t('fact.at')}>{instant(at)}</Fact>
      {requestId && <Fact label={t('fact.requestId')} copy={requestId} />}
      {!shown && objectIds.length > 0 && (
        <Fact label={t('fact.objectIds')} copy={objectIds.join(' ')} />
      )}
      <Fact label={t('fact.head')} copy={`${sequence}:${hash}`} />
    </Stack>
  );
}

function Fact({ label, copy, children }: { label: string; copy?: string; children?: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" w={110} flex="none">
        {label}
      </Text>
      {copy ? (
        <>
          <Code style={{ overflowWrap: 'anywhere' }}>{copy}</Code>
          <CopyAction text={copy} />
        </>
      ) : (
        <Text size="sm">{children}</Text>
      )}
    </Group>
  );
}
