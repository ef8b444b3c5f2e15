import { Card, SimpleGrid, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/index.js';
import { PasswordForm } from './password-form.js';
import { useSignedIn } from './session.js';
import { SessionList } from './session-list.js';

/** The reader's own sign-in: password, and the devices that are signed in. */
export function AccountPage() {
  const { t } = useTranslation('session');
  const { member } = useSignedIn();
  return (
    <>
      <PageHeader title={t('account.title')} lead={member.email} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Card>
          <Title order={2} mb="md">
            {t('account.password')}
          </Title>
          <PasswordForm />
        </Card>
        <Card>
          <Title order={2} mb="md">
            {t('account.sessions')}
          </Title>
          <SessionList />
        </Card>
      </SimpleGrid>
    </>
  );
}
