import { Button, Card, Tabs } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../ui/index.js';
import { PeopleList } from './people-list.js';
import { PersonForm } from './person-form.js';
import { TeamList } from './team-list.js';

/** Everybody in the organisation, and its teams. */
export function PeoplePage() {
  const { t } = useTranslation('people');
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const tab = search.get('tab') === 'teams' ? 'teams' : 'people';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <Button leftSection={<IconUserPlus size={18} />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </PageHeader>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setSearch(next === 'teams' ? { tab: 'teams' } : {})}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="people">{t('tab.people')}</Tabs.Tab>
          <Tabs.Tab value="teams">{t('tab.teams')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="people">
          <Card>
            <PeopleList />
          </Card>
        </Tabs.Panel>
        <Tabs.Panel value="teams">
          <TeamList />
        </Tabs.Panel>
      </Tabs>
      <PersonForm opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}
