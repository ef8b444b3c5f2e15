import { Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GoalFigures } from '../goal/goal-figures.js';
import { GoalRing } from '../goal/goal-ring.js';
import type { Goal } from '../goal/goal.js';
import { OutlookBadge } from '../goal/outlook-badge.js';
import type { Team } from './team-page.js';

/** Attainment of a team as a ring, and the figures behind it. */
export function TeamFigures({ team, goal }: { team: Team; goal: Goal | undefined }) {
  const { t } = useTranslation('team');
  return (
    <Card h="100%" component="section">
      <Group justify="space-between" gap="xs">
        <Title order={2}>{team.name}</Title>
        {goal && <OutlookBadge goal={goal} />}
      </Group>
      <Text c="dimmed" size="sm" mb="md">
        {team.managers.length > 0
          ? t('managedBy', { names: team.managers.map(({ name }) => name).join(', ') })
          : t('noManager')}
      </Text>
      {goal ? (
        <Group gap="xl" align="center">
          <GoalRing goal={goal} size={148} />
          <div style={{ flex: '1 1 14rem' }}>
            <GoalFigures goal={goal} />
          </div>
        </Group>
      ) : (
        <Text c="dimmed">{t('noFigures')}</Text>
      )}
    </Card>
  );
}
