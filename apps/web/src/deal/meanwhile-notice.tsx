import { Alert, List, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Deal } from './deal-fields.js';
import { type DealField, useDealWords } from './deal-words.js';
import type { MeanwhileChange } from './three-way.js';

type Props = {
  readonly opened: Deal | undefined;
  readonly now: Deal | undefined;
  readonly changes: readonly MeanwhileChange<DealField>[];
};

/** What others changed of a deal while its form is open. */
export function MeanwhileNotice({ opened, now, changes }: Props) {
  const { t } = useTranslation('deal');
  const { label, text } = useDealWords();
  if (!opened || !now || !changes.length) return null;
  return (
    <Alert role="status" color="gold" icon={<IconUsers />} title={t('meanwhile.title')}>
      <List size="sm" mb="xs">
        {changes.map(({ field, both }) => (
          <List.Item key={field} style={{ overflowWrap: 'anywhere' }}>
            {t(both ? 'meanwhile.both' : 'meanwhile.theirs', {
              field: label(field),
              before: text(opened, field),
              now: text(now, field),
            })}
          </List.Item>
        ))}
      </List>
      <Text size="sm">{t('meanwhile.kept')}</Text>
    </Alert>
  );
}
