import { Stack } from '@mantine/core';
import { IconTrophy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../standing/board.js';
import { EmptyState, Loaded } from '../ui/index.js';
import { HomeCard } from './home-card.js';
import { PlaceRow } from './place-row.js';

/** The top of the board. */
export function BoardExtract({ period }: { period: string }) {
  const { t } = useTranslation('home');
  const query = useBoard({ period, measure: 'credited', page: { first: 6, offset: 0 } });
  return (
    <HomeCard title={t('board.title')} to="/leaderboard" toLabel={t('board.all')}>
      <Loaded of={query}>
        {({ leaderboard }) =>
          leaderboard.rows.length ? (
            <Stack gap="sm">
              {leaderboard.rows.map((place) => (
                <PlaceRow key={place.member.id} place={place} />
              ))}
            </Stack>
          ) : (
            <EmptyState icon={IconTrophy} title={t('board.none')}>
              {t('board.noneNext')}
            </EmptyState>
          )
        }
      </Loaded>
    </HomeCard>
  );
}
