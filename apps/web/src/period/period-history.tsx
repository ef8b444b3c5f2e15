import { Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { PeriodDetail } from './period-fields.js';

/** Who closed, reopened and locked the period, and why. */
export function PeriodHistory({ changes }: { changes: PeriodDetail['changes'] }) {
  const { t } = useTranslation('period');
  const format = useFormat();
  return (
    <>
      <Title order={2} size="h3" mb="md">
        {t('history')}
      </Title>
      {changes.length === 0 && (
        <Text c="dimmed">
          {t('historyNone')}. {t('historyNoneNext')}
        </Text>
      )}
      <Timeline bulletSize={14} lineWidth={2}>
        {changes.map(({ id, status, reason, changedAt, member }) => (
          <Timeline.Item key={id} title={t(`did.${status}`)}>
            <Text size="sm" c="dimmed">
              {t('by', { name: member?.name ?? '–', when: format.instant(changedAt) })}
            </Text>
            {reason && <Text size="sm">{reason}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </>
  );
}
