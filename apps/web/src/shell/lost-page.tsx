import { Button } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';

/** There is no page at this address. */
export function LostPage() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('lost.title')} />
      <EmptyState
        icon={IconCompass}
        title={t('lost.what')}
        action={
          <Button component={Link} to="/">
            {t('backHome')}
          </Button>
        }
      >
        {t('lost.next')}
      </EmptyState>
    </>
  );
}
