import { Card, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/index.js';
import { OrganizationForm } from './organization-form.js';
import { TokenList } from './token-list.js';

/** The organisation's own facts, and the programs that may speak for it. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Stack gap="lg">
        <Card>
          <OrganizationForm />
        </Card>
        <Card>
          <TokenList />
        </Card>
      </Stack>
    </>
  );
}
