import { Stack } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GoalBar } from '../goal/goal-bar.js';
import { useTeamGoals } from '../goal/goal.js';
import { EmptyState, Loaded } from '../ui/index.js';
import { HomeCard } from './home-card.js';

const teamsShown = 5;

/** How the reader's teams stand against their goals. */
export function TeamGoalsCard({ period }: { period: string }) {
  const { t } = useTranslation('home');
  const query = useTeamGoals(period);
  return (
    <HomeCard title={t('goals.title')} to="/goals" toLabel={t('goals.all')}>
      <Loaded of={query}>
        {({ teamGoals }) =>
          teamGoals.length ? (
            <Stack gap="lg">
              {teamGoals.slice(0, teamsShown).map((goal) => (
                <GoalBar key={goal.teamId} goal={goal} />
              ))}
            </Stack>
          ) : (
            <EmptyState icon={IconTargetArrow} title={t('goals.none')}>
              {t('goals.noneNext')}
            </EmptyState>
          )
        }
      </Loaded>
    </HomeCard>
  );
}
