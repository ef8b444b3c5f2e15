import { Card, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../session/session.js';
import { Loaded, PageHeader, PeriodPicker, usePeriodChoice } from '../ui/index.js';
import { useProgress } from './badge.js';
import { LatestAwards } from './latest-awards.js';
import { MyAwards } from './my-awards.js';
import { BadgeProgress } from './badge-progress.js';

/** Badges to win, badges won, and what colleagues have won. */
export function BadgesPage() {
  const { t } = useTranslation('badge');
  const { member } = useSignedIn();
  const choice = usePeriodChoice();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodPicker choice={choice} kinds={['quarter']} />
      </PageHeader>
      <Stack gap="lg">
        <Loaded of={choice.query}>
          {() => choice.period && <AllProgress memberId={member.id} period={choice.period} />}
        </Loaded>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
          <MyAwards memberId={member.id} />
          <LatestAwards />
        </SimpleGrid>
      </Stack>
    </>
  );
}

function AllProgress(variables: { memberId: string; period: string }) {
  const query = useProgress(variables);
  return (
    <Loaded of={query}>
      {({ badgeProgress }) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          {badgeProgress.map((progress) => (
            <Card key={progress.badge.code}>
              <BadgeProgress progress={progress} />
            </Card>
          ))}
        </SimpleGrid>
      )}
    </Loaded>
  );
}
