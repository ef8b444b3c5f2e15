import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../ui/index.js';
import { PlanList } from './plan-list.js';
import { QuotaSheet } from './quota-sheet.js';

/** The rules of pay, and the quotas they are measured against. */
export function PlansPage() {
  const { t } = useTranslation('plan');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'quotas' ? 'quotas' : 'plans';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setSearch(next === 'quotas' ? { tab: 'quotas' } : {})}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="plans">{t('tab.plans')}</Tabs.Tab>
          <Tabs.Tab value="quotas">{t('tab.quotas')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="plans">
          <PlanList />
        </Tabs.Panel>
        <Tabs.Panel value="quotas">
          <QuotaSheet />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
