import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Board, useBoard } from '../standing/board.js';
import { Movement } from '../standing/movement.js';
import { neighbours } from '../standing/neighbours.js';
import { useScore } from '../standing/use-score.js';
import { EmptyState, Loaded, Skeletons, useFormat } from '../ui/index.js';
import { HomeCard } from './home-card.js';
import classes from './home.module.css';
import { PlaceRow } from './place-row.js';

const wholeBoard = { first: 200, offset: 0 };

/** My place on the board of the quarter, and who is next. */
export function RankCard({ period }: { period: string }) {
  const { t } = useTranslation('home');
  const query = useBoard({ period, measure: 'credited', page: wholeBoard });
  return (
    <HomeCard title={t('rank.title')} to="/leaderboard" toLabel={t('rank.all')}>
      <Loaded of={query} skeleton={<Skeletons rows={2} height={60} />}>
        {({ leaderboard }) =>
          leaderboard.mine ? (
            <MyRank board={leaderboard} mine={leaderboard.mine} />
          ) : (
            <EmptyState title={t('rank.none')}>{t('rank.noneNext')}</EmptyState>
          )
        }
      </Loaded>
    </HomeCard>
  );
}

function MyRank({ board, mine }: { board: Board; mine: NonNullable<Board['mine']> }) {
  const { t } = useTranslation('home');
  const { t: ts } = useTranslation('standing');
  const { number } = useFormat();
  const write = useScore('credited');
  const { ahead, behind } = neighbours(board.rows, mine);
  const around = [ahead?.row, mine, behind?.row].filter((row) => row !== undefined);
  return (
    <>
      <Group align="baseline" gap="sm">
        <Text className={classes.big}>{ts('place', { rank: number(mine.rank) })}</Text>
        <Text c="dimmed">{ts('outOf', { total: number(board.total) })}</Text>
        <Movement by={mine.movement} />
      </Group>
      <Text mt="sm">{t('rank.credited', { amount: write(mine.score, mine.currency) })}</Text>
      <Text c="dimmed" size="sm" mt={4}>
        {ahead
          ? ts('ahead.credited', {
              gap: write(ahead.gap, ahead.row.currency),
              name: ahead.row.member.name,
            })
          : ts('leading')}
      </Text>
      <Stack gap="xs" mt="md">
        {around.map((place) => (
          <PlaceRow key={place.member.id} place={place} />
        ))}
      </Stack>
    </>
  );
}
