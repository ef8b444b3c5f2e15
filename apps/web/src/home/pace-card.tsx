import { Center, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GoalRing } from '../goal/goal-ring.js';
import { useGoal } from '../goal/goal.js';
import { OutlookBadge } from '../goal/outlook-badge.js';
import { EmptyState, Loaded, Skeletons, useFormat } from '../ui/index.js';
import { HomeCard } from './home-card.js';

type Props = { memberId: string; period: string };

/** How far the quarter's quota is, and whether the pace is right. */
export function PaceCard(props: Props) {
  const { t } = useTranslation('home');
  const { money } = useFormat();
  const query = useGoal(props);
  return (
    <HomeCard title={t('pace.title')} to="/goals" toLabel={t('pace.all')}>
      <Loaded of={query} skeleton={<Skeletons rows={1} height={150} />}>
        {({ goal }) =>
          goal?.target ? (
            <>
              <GoalRing goal={goal} size={132} />
              <Center mt="sm">
                <OutlookBadge goal={goal} />
              </Center>
              <Text ta="center" size="sm" c="dimmed" mt="xs" className="figure">
                {t('pace.of', {
                  actual: money(goal.actual, goal.currency, 'whole'),
                  target: money(goal.target, goal.currency, 'whole'),
                })}
              </Text>
            </>
          ) : (
            <EmptyState icon={IconTargetArrow} title={t('pace.none')}>
              {t('pace.noneNext')}
            </EmptyState>
          )
        }
      </Loaded>
    </HomeCard>
  );
}
