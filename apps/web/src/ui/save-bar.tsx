import { Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './draft.module.css';

type Draft = {
  readonly changes: readonly unknown[];
  readonly saving: boolean;
  readonly save: () => void;
  readonly discard: () => void;
};

/** In view as long as something is typed but not saved. */
export function SaveBar({ draft }: { draft: Draft }) {
  const { t } = useTranslation('action');
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
            {t('save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
