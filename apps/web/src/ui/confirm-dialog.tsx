import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  readonly title: string;
  readonly opened: boolean;
  /** What the button that does it says: the verb, not "OK". */
  readonly action: string;
  /** Red unless nothing is taken away. */
  readonly color?: string;
  readonly busy?: boolean;
  /** True until what is asked for is given. */
  readonly disabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Asks before something is taken away or done to many; Escape and Cancel leave everything as it is. */
export function ConfirmDialog({
  title,
  opened,
  action,
  color = 'red',
  busy = false,
  disabled = false,
  onConfirm,
  onClose,
  children,
}: Props) {
  const { t } = useTranslation('action');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Stack gap="lg">
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button color={color} loading={busy} disabled={disabled} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
