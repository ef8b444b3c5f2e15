import { Accordion, Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../ui/index.js';
import type { AuditEntry } from './audit-entries.js';
import { EntryDetail } from './entry-detail.js';
import { useWords } from './use-words.js';

/** One line for each entry; opening it shows what changed. */
export function AuditList({ rows }: { rows: readonly AuditEntry[] }) {
  return (
    <Accordion multiple variant="default" order={2}>
      {rows.map((entry) => (
        <Accordion.Item key={entry.sequence} value={entry.sequence}>
          <Accordion.Control>
            <EntryLine entry={entry} />
          </Accordion.Control>
          <Accordion.Panel>
            <EntryDetail entry={entry} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function EntryLine({ entry: { at, actor, tokenId, action, counts, outcome } }: EntryProps) {
  const { t } = useTranslation('audit');
  const word = useWords();
  const changed = Object.entries(counts as Record<string, number>)
    .map(([table, count]) => t('counted', { count, what: word('object', table) }))
    .join(', ');
  return (
    <Group justify="space-between" gap="xs" pr="sm">
      <div>
        <Text fw={600} component="span">
          {word('action', action)}
        </Text>{' '}
        {outcome === 'refused' && (
          <Badge variant="light" color="orange" component="span">
            {t('outcome.refused')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {[actor?.name ?? t('system'), tokenId && t('byToken'), changed]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed" component="span">
        <TimeText at={at} />
      </Text>
    </Group>
  );
}

export type EntryProps = { readonly entry: AuditEntry };
