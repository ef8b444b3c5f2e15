import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { readonly onUndo: () => void; readonly children: ReactNode };

/** What was done, with the way back. */
export function UndoText({ onUndo, children }: Props) {
  const { t } = useTranslation('action');
  return (
    <Group gap="sm">
      {children}
      <Button size="compact-sm" variant="light" onClick={onUndo}>
        {t('undo')}
      </Button>
    </Group>
  );
}
