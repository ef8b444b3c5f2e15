import { Button, Container } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.js';

/** The last resort when a page fails to load or to draw: reload it. */
export function BrokenPage() {
  const { t } = useTranslation('shell');
  return (
    <Container size="sm" py="xl" role="alert">
      <EmptyState
        icon={IconPlugConnectedX}
        title={t('broken.title')}
        action={<Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>}
      >
        {t('broken.next')}
      </EmptyState>
    </Container>
  );
}
