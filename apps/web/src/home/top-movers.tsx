import { Stack } from '@mantine/core';
import { IconTrendingUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../standing/board.js';
import { EmptyState, Loaded } from '../ui/index.js';
import { HomeCard } from './home-card.js';
import { PlaceRow } from './place-row.js';

const shown = 5;

/** Who has won the most places since yesterday. */
export function TopMovers({ period }: { period: string }) {
  const { t } = useTranslation('home');
  const query = useBoard({ period, measure: 'credited', page: { first: 200, offset: 0 } });
  return (
    <HomeCard title={t('movers.title')}>
      <Loaded of={query}>
        {({ leaderboard }) => {
          const risen = leaderboard.rows
            .filter(({ movement }) => (movement ?? 0) > 0)
            .sort((a, b) => (b.movement ?? 0) - (a.movement ?? 0))
            .slice(0, shown);
          if (!risen.length)
            return (
              <EmptyState icon={IconTrendingUp} title={t('movers.none')}>
                {t('movers.noneNext')}
              </EmptyState>
            );
          return (
            <Stack gap="sm">
              {risen.map((place) => (
                <PlaceRow key={place.member.id} place={place} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </HomeCard>
  );
}
