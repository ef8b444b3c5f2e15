import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './score.module.css';
import type { ScoreDraft } from './use-score-draft.js';

/** In view as long as something is typed but not saved. */
export function ScoreSaveBar({ draft }: { draft: ScoreDraft }) {
  const { t } = useTranslation(['score', 'action']);
  const count = draft.changes.length;
  if (count === 0) return null;
  return (
    <Paper withBorder p="sm" mt="md" className={classes.saveBar}>
      <Group justify="space-between">
        <Text fw={600} aria-live="polite">
          {t('changes', { count })}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={draft.discard}>
            {t('discard')}
          </Button>
          <Button loading={draft.saving} onClick={draft.save}>
            {t('action:save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
