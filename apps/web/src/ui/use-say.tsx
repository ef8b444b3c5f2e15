import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { useProblemText } from './problem-text.js';

/**
 * Short messages at the edge of the page: what was done, or why it was not. The latest of them stands before all that
 * is shown, such as badges won meanwhile: nobody waits to read what became of their own action.
 */
export function useSay() {
  const { t } = useTranslation('action');
  const text = useProblemText();
  return useMemo(() => {
    const own = () => ({
      priority: Date.now(),
      color: 'laurel',
      closeButtonProps: { 'aria-label': t('close') },
    });
    return {
      done: (message: ReactNode) =>
        notifications.show({ ...own(), message, icon: <IconCheck size={18} /> }),
      /** What was done, and for a while the way back; in place of an earlier message of that id. */
      undoable: (id: string, message: string, undo: () => unknown) => {
        const goBack = () => {
          notifications.hide(id);
          undo();
        };
        notifications.hide(id);
        notifications.show({
          ...own(),
          id,
          autoClose: 15_000,
          message: (
            <Group justify="space-between" wrap="nowrap">
              {message}
              <Button size="xs" variant="light" flex="none" onClick={goBack}>
                {t('undo')}
              </Button>
            </Group>
          ),
        });
      },
      problem: (error: CombinedError) =>
        notifications.show({
          ...own(),
          message: text(error),
          color: 'red',
          icon: <IconX size={18} />,
          autoClose: 10_000,
          role: 'alert',
        }),
    };
  }, [t, text]);
}
