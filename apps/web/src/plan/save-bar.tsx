import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './plan.module.css';
import type { QuotaDraft } from './use-quota-draft.js';

/** In view as long as something is typed but not saved. */
export function SaveBar({ draft }: { draft: QuotaDraft }) {
  const { t } = useTranslation(['plan', 'action']);
  const count = draft.changes.length;
  if (count === 0) return null;
  return (
    <Paper withBorder p="sm" mt="md" className={classes.saveBar}>
      <Group justify="space-between">
        <Text fw={600} aria-live="polite">
          {t('quota.changes', { count })}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={draft.discard}>
            {t('quota.discard')}
          </Button>
          <Button loading={draft.saving} onClick={draft.save}>
            {t('action:save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
