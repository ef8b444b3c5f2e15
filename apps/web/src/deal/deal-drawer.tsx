import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DealDetail } from './deal-detail.js';

type Props = { readonly id: string | null; readonly onClose: () => void };

/** A deal beside the list it was opened from. */
export function DealDrawer({ id, onClose }: Props) {
  const { t } = useTranslation(['deal', 'action']);
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={t('single')}
      closeButtonProps={{ 'aria-label': t('action:close') }}
    >
      {id && <DealDetail id={id} onRemoved={onClose} />}
    </Drawer>
  );
}
