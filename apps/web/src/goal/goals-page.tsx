import { Card, Group, Stack, Title } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { EmptyState, Loaded, PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';
import { GoalBar } from './goal-bar.js';
import { GoalFigures } from './goal-figures.js';
import { GoalRing } from './goal-ring.js';
import { type Goal, useGoal, useTeamGoals } from './goal.js';
import { OutlookBadge } from './outlook-badge.js';

/** My goal and the goals of the teams I see, for a period. */
export function GoalsPage() {
  const { t } = useTranslation('goal');
  const { member } = useSignedIn();
  const choice = usePeriodChoice();
  const sells = member.role === 'rep' || member.role === 'manager';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodPicker choice={choice} />
      </PageHeader>
      <Loaded of={choice.query}>
        {() =>
          choice.period && (
            <Stack gap="xl" key={choice.period}>
              {sells && <OwnGoal memberId={member.id} period={choice.period} />}
              {member.role !== 'rep' && <TeamGoals period={choice.period} />}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function OwnGoal(variables: { memberId: string; period: string }) {
  const { t } = useTranslation('goal');
  const query = useGoal(variables);
  return (
    <Loaded of={query}>
      {({ goal }) =>
        goal?.target ? (
          <OwnGoalCard goal={goal} />
        ) : (
          <Card>
            <EmptyState icon={IconTargetArrow} title={t('none')}>
              {t('noneNext')}
            </EmptyState>
          </Card>
        )
      }
    </Loaded>
  );
}

function OwnGoalCard({ goal }: { goal: Goal }) {
  const { t } = useTranslation('goal');
  return (
    <Card component="section">
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('mine')}</Title>
        <OutlookBadge goal={goal} />
      </Group>
      <Group gap="xl" align="center">
        <GoalRing goal={goal} />
        <div style={{ flex: '1 1 16rem' }}>
          <GoalFigures goal={goal} />
        </div>
      </Group>
    </Card>
  );
}

function TeamGoals({ period }: { period: string }) {
  const { t } = useTranslation('goal');
  const query = useTeamGoals(period);
  return (
    <section>
      <Title order={2} mb="md">
        {t('teams')}
      </Title>
      <Loaded of={query}>
        {({ teamGoals }) =>
          teamGoals.length ? (
            <Card>
              <Stack gap="lg">
                {teamGoals.map((goal) => (
                  <GoalBar key={goal.teamId} goal={goal} />
                ))}
              </Stack>
            </Card>
          ) : (
            <Card>
              <EmptyState icon={IconTargetArrow} title={t('noTeams')}>
                {t('noTeamsNext')}
              </EmptyState>
            </Card>
          )
        }
      </Loaded>
    </section>
  );
}
