import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../ui/empty-state.js';
import { PageHeader } from '../ui/page-header.js';

/** A page that this role has no part in: says so, and leads back. */
export function NotForYou() {
  const { t } = useTranslation('shell');
  return (
    <>
      <PageHeader title={t('notForYou.title')} />
      <EmptyState
        icon={IconLock}
        title={t('notForYou.what')}
        action={
          <Button component={Link} to="/">
            {t('backHome')}
          </Button>
        }
      >
        {t('notForYou.next')}
      </EmptyState>
    </>
  );
}
