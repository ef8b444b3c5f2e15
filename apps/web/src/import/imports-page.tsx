import { Card, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/index.js';
import { FileDrop } from './file-drop.js';
import { ImportList } from './import-list.js';

/** Where files come in, and what came in before. */
export function ImportsPage() {
  const { t } = useTranslation('import');
  return (
    <>
      <PageHeader title={t('title')} lead={t('titleLead')} />
      <Stack gap="xl">
        <FileDrop />
        <Card component="section">
          <Title order={2} mb="md">
            {t('past.title')}
          </Title>
          <ImportList />
        </Card>
      </Stack>
    </>
  );
}
