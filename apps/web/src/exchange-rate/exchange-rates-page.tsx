import { Button, Card, Group, Stack } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '../ui/index.js';
import type { RateDraft } from './exchange-rate.js';
import { MissingRates } from './missing-rates.js';
import { RateForm } from './rate-form.js';
import { RateList } from './rate-list.js';

/** What currencies are worth in each other, and which rates pay waits for. */
export function ExchangeRatesPage() {
  const { t } = useTranslation('exchange-rate');
  const [draft, setDraft] = useState<RateDraft | null>(null);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <Group gap="sm">
          <Button
            component={Link}
            to="/import"
            variant="default"
            leftSection={<IconFileImport size={18} />}
          >
            {t('import')}
          </Button>
          <Button leftSection={<IconPlus size={18} />} onClick={() => setDraft({})}>
            {t('add')}
          </Button>
        </Group>
      </PageHeader>
      <Stack gap="lg">
        <MissingRates onAdd={setDraft} />
        <Card component="section" aria-label={t('title')}>
          <RateList onEdit={setDraft} />
        </Card>
      </Stack>
      <RateForm draft={draft} onClose={() => setDraft(null)} />
    </>
  );
}
