import { Stack, Text } from '@mantine/core';
import { IconLaurelWreath } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Progress, useProgress } from '../badge/badge.js';
import { BadgeProgress } from '../badge/badge-progress.js';
import { EmptyState, Loaded, Skeletons } from '../ui/index.js';
import { HomeCard } from './home-card.js';

type Props = { memberId: string; period: string };

/** The badge that is nearest, or the cheer when all are won. */
export function NextBadge(props: Props) {
  const { t } = useTranslation('home');
  const query = useProgress(props);
  return (
    <HomeCard title={t('badge.title')} to="/badges" toLabel={t('badge.all')}>
      <Loaded of={query} skeleton={<Skeletons rows={2} height={60} />}>
        {({ badgeProgress }) => {
          const next = nearest(badgeProgress);
          return (
            <Stack gap="md">
              {next ? (
                <BadgeProgress progress={next} order={3} />
              ) : (
                <EmptyState icon={IconLaurelWreath} title={t('badge.allWon')} />
              )}
              <Text size="sm" c="dimmed">
                {t('badge.held', { count: badgeProgress.filter(isHeld).length })}
              </Text>
            </Stack>
          );
        }}
      </Loaded>
    </HomeCard>
  );
}

const isHeld = ({ award }: Progress): boolean => award !== null && award.revokedAt === null;

const nearest = (all: readonly Progress[]): Progress | undefined =>
  all
    .filter((each) => !isHeld(each))
    .sort((a, b) => b.current / b.target - a.current / a.target)
    .at(0);
