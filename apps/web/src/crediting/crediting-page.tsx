import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../ui/index.js';
import { RuleList } from './rule-list.js';
import { WorkList } from './work-list.js';

/** Who is credited for what: the rules, and the deals that they leave open. */
export function CreditingPage() {
  const { t } = useTranslation('crediting');
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'open' ? 'open' : 'rules';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setSearch(next === 'open' ? { tab: 'open' } : {})}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="rules">{t('tab.rules')}</Tabs.Tab>
          <Tabs.Tab value="open">{t('tab.open')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rules">
          <RuleList />
        </Tabs.Panel>
        <Tabs.Panel value="open">
          <WorkList />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
