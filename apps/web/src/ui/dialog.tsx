import { Button, Group, Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props = Pick<ModalProps, 'opened' | 'onClose' | 'title' | 'size' | 'children'>;

/** A dialog in the middle of the page, whose cross has a name. */
export function Dialog(props: Props) {
  const { t } = useTranslation('action');
  return <Modal {...props} centered closeButtonProps={{ 'aria-label': t('close') }} />;
}

type FooterProps = { readonly onCancel: () => void; readonly children: ReactNode };

/** The last row of a dialog's form: away without saving, then what saves. */
export function DialogFooter({ onCancel, children }: FooterProps) {
  const { t } = useTranslation('action');
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {children}
    </Group>
  );
}
