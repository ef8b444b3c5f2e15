import { Grid, Stack } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { type Goal, useTeamGoals } from '../goal/goal.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';
import { MemberDrawer } from './member-drawer.js';
import { MemberList } from './member-list.js';
import { TeamFigures } from './team-figures.js';
import { TeamSelect } from './team-select.js';
import { TeamTrend } from './team-trend.js';
import { type Placed, treeOf } from './team-tree.js';

const TeamsQuery = graphql(`
  query Teams {
    teams {
      id
      name
      parentId
      managers {
        id
        name
      }
      members {
        id
        name
      }
    }
  }
`);

export type Team = ResultOf<typeof TeamsQuery>['teams'][number];

/** How a team is doing in a period, and each of its people. */
export function TeamPage() {
  const { t } = useTranslation('team');
  const choice = usePeriodChoice('quarter');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodPicker choice={choice} />
      </PageHeader>
      <Loaded of={choice.query}>{() => choice.period && <Teams period={choice.period} />}</Loaded>
    </>
  );
}

function Teams({ period }: { period: string }) {
  const teams = useQuery({ query: TeamsQuery });
  const goals = useTeamGoals(period);
  return (
    <Loaded of={teams}>
      {({ teams }) => (
        <Loaded of={goals}>
          {({ teamGoals }) => (
            <ChosenTeam placed={visibleTeams(teams, teamGoals)} goals={teamGoals} period={period} />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** Everybody may know that a team exists; figures come only for teams one may see. */
function visibleTeams(teams: readonly Team[], goals: readonly Goal[]): Placed<Team>[] {
  const seen = new Set(goals.map(({ teamId }) => teamId));
  return treeOf(teams.filter(({ id }) => seen.has(id)));
}

type Props = { placed: readonly Placed<Team>[]; goals: readonly Goal[]; period: string };

function ChosenTeam({ placed, goals, period }: Props) {
  const { t } = useTranslation('team');
  const [search, setSearch] = useSearchParams();
  const team = useChosen(placed, search.get('team'));
  const set = (name: 'team' | 'member', value: string | null) =>
    setSearch((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  if (!team)
    return (
      <EmptyState title={t('none.title')} icon={IconUsersGroup}>
        {t('none.lead')}
      </EmptyState>
    );
  return (
    <Stack gap="lg">
      {placed.length > 1 && (
        <TeamSelect
          maw={360}
          aria-label={t('choose')}
          allowDeselect={false}
          placed={placed}
          value={team.id}
          onChange={(id) => set('team', id)}
        />
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <TeamFigures team={team} goal={goals.find(({ teamId }) => teamId === team.id)} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <TeamTrend teamId={team.id} period={period} />
        </Grid.Col>
      </Grid>
      <MemberList team={team} period={period} onOpen={(id) => set('member', id)} />
      <MemberDrawer id={search.get('member')} onClose={() => set('member', null)} />
    </Stack>
  );
}

/** The team the address names, else the reader's own, else the first. */
function useChosen(placed: readonly Placed<Team>[], id: string | null): Team | undefined {
  const { member } = useSignedIn();
  const teams = placed.map(({ team }) => team);
  return (
    teams.find((team) => team.id === id) ??
    teams.find(({ managers }) => managers.some((manager) => manager.id === member.id)) ??
    teams[0]
  );
}
