import { Grid, Stack, Text } from '@mantine/core';
import { roles } from '@laurel/shared/core';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { Loaded, useFormat } from '../ui/index.js';
import { Checklist } from './checklist.js';
import { HomeCard } from './home-card.js';
import { LatestImports } from './latest-imports.js';

const SetUpQuery = graphql(`
  query SetUp {
    rep: members(role: rep, active: true, page: { first: 1, offset: 0 }) {
      total
    }
    manager: members(role: manager, active: true, page: { first: 1, offset: 0 }) {
      total
    }
    finance: members(role: finance, active: true, page: { first: 1, offset: 0 }) {
      total
    }
    admin: members(role: admin, active: true, page: { first: 1, offset: 0 }) {
      total
    }
    teams {
      id
    }
    deals(page: { first: 1, offset: 0 }) {
      total
    }
    plans {
      id
      assignments {
        id
      }
    }
  }
`);

/** An administrator's start: what is still to be set up, who is here, and the last imports. */
export function AdminHome() {
  const { t } = useTranslation('home');
  const query = useQuery({ query: SetUpQuery });
  return (
    <Loaded of={query}>
      {({ rep, manager, finance, admin, teams, deals, plans }) => (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <Checklist
              steps={[
                { name: 'people', to: '/people', done: rep.total > 0 },
                { name: 'finance', to: '/people', done: finance.total > 0 },
                { name: 'teams', to: '/team', done: teams.length > 0 },
                { name: 'deals', to: '/import', done: deals.total > 0 },
                {
                  name: 'plan',
                  to: '/plans',
                  done: plans.some(({ assignments }) => assignments.length > 0),
                },
              ]}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <HomeCard title={t('people.title')} to="/people" toLabel={t('people.all')}>
              <Counts
                counts={{
                  rep: rep.total,
                  manager: manager.total,
                  finance: finance.total,
                  admin: admin.total,
                }}
              />
            </HomeCard>
          </Grid.Col>
          <Grid.Col span={12}>
            <LatestImports />
          </Grid.Col>
        </Grid>
      )}
    </Loaded>
  );
}

function Counts({ counts }: { counts: Record<(typeof roles)[number], number> }) {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  return (
    <Stack gap="sm">
      {roles.map((role) => (
        <Group key={role} justify="space-between">
          <Text>{t(`role.${role}`)}</Text>
          <Text fw={600} className="figure">
            {number(counts[role])}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
