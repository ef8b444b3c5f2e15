import { notifications } from '@mantine/notifications';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { useProblemText } from './problem-text.js';

/** Short messages at the edge of the page: what was done, or why it was not. */
export function useSay() {
  const { t } = useTranslation('action');
  const text = useProblemText();
  return useMemo(() => {
    const closeButtonProps = { 'aria-label': t('close') };
    return {
      done: (message: ReactNode) =>
        notifications.show({
          message,
          color: 'laurel',
          icon: <IconCheck size={18} />,
          closeButtonProps,
        }),
      problem: (error: CombinedError) =>
        notifications.show({
          message: text(error),
          color: 'red',
          icon: <IconX size={18} />,
          autoClose: 10_000,
          role: 'alert',
          closeButtonProps,
        }),
    };
  }, [t, text]);
}
