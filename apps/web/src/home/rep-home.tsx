import { Grid } from '@mantine/core';
import { useSignedIn } from '../session/session.js';
import { currentOf, Loaded, usePeriodChoice } from '../ui/index.js';
import { LatestDeals } from './latest-deals.js';
import { NextBadge } from './next-badge.js';
import { PaceCard } from './pace-card.js';
import { PayCard } from './pay-card.js';
import { RankCard } from './rank-card.js';

/** A rep's start: rank, pace, pay, the last deals and the next badge, all of this quarter. */
export function RepHome() {
  const { member } = useSignedIn();
  const { query } = usePeriodChoice();
  return (
    <Loaded of={query}>
      {(periods) => {
        const mine = { memberId: member.id, period: currentOf(periods, 'quarter') };
        return (
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, sm: 6, lg: 4 }}>
              <RankCard {...mine} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, sm: 6, lg: 4 }}>
              <PaceCard {...mine} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 4 }}>
              <PayCard {...mine} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 7 }}>
              <LatestDeals memberId={member.id} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }}>
              <NextBadge {...mine} />
            </Grid.Col>
          </Grid>
        );
      }}
    </Loaded>
  );
}
