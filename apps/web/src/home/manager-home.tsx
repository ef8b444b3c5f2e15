import { Grid } from '@mantine/core';
import { currentOf, Loaded, usePeriodChoice } from '../ui/index.js';
import { BoardExtract } from './board-extract.js';
import { TeamGoalsCard } from './team-goals-card.js';
import { TeamTrend } from './team-trend.js';
import { TopMovers } from './top-movers.js';

/** A manager's start: the team's goals, who moves, the top of the board, and the trend. */
export function ManagerHome() {
  const { query } = usePeriodChoice();
  return (
    <Loaded of={query}>
      {(periods) => {
        const period = currentOf(periods, 'quarter');
        return (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <TeamGoalsCard period={period} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <TopMovers period={period} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 7 }}>
              <TeamTrend />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <BoardExtract period={period} />
            </Grid.Col>
          </Grid>
        );
      }}
    </Loaded>
  );
}
