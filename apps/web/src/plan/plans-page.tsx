import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../ui/index.js';
import { PlanList } from './plan-list.js';
import { QuotaSheet } from './quota-sheet.js';
import { amountKinds } from './use-quotas.js';

/** The rules of pay, the quotas they are measured against, and what people earn for reaching them. */
export function PlansPage() {
  const { t } = useTranslation('plan');
  const [search, setSearch] = useSearchParams();
  const tab = amountKinds.find((kind) => kind === search.get('tab')) ?? 'plans';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setSearch(next && next !== 'plans' ? { tab: next } : {})}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="plans">{t('tab.plans')}</Tabs.Tab>
          {amountKinds.map((kind) => (
            <Tabs.Tab key={kind} value={kind}>
              {t(`tab.${kind}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plans">
          <PlanList />
        </Tabs.Panel>
        {amountKinds.map((kind) => (
          <Tabs.Panel key={kind} value={kind}>
            <QuotaSheet kind={kind} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
