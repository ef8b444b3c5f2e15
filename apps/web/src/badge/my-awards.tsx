import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded, Pager, TimeText, useFormat, wordsIn } from '../ui/index.js';
import { type MyAward, useMyAwards } from './badge.js';
import { Medal } from './medal.js';
import { TakenBack } from './taken-back.js';

/** Everything won so far, also what was taken back, and why. */
export function MyAwards({ memberId }: { memberId: string }) {
  const { t } = useTranslation('badge');
  const [page, setPage] = useState({ first: 10, offset: 0 });
  const query = useMyAwards(memberId, page);
  return (
    <Card component="section">
      <Title order={2} mb="md">
        {t('mine')}
      </Title>
      <Loaded of={query}>
        {({ awards }) =>
          awards.total ? (
            <>
              <Stack gap="md">
                {awards.rows.map((award) => (
                  <AwardRow key={award.id} award={award} />
                ))}
              </Stack>
              <Pager page={page} total={awards.total} onPage={setPage} />
            </>
          ) : (
            <EmptyState title={t('none')}>{t('noneNext')}</EmptyState>
          )
        }
      </Loaded>
    </Card>
  );
}

function AwardRow({ award }: { award: MyAward }) {
  const { t } = useTranslation('badge');
  const { language, period } = useFormat();
  const { badge, revokedAt, awardedAt } = award;
  return (
    <div>
      <Group wrap="nowrap" gap="sm">
        <Medal icon={badge.icon} held={!revokedAt} size={40} />
        <div style={{ flex: 1 }}>
          <Text fw={600}>{wordsIn(badge.title, language)}</Text>
          <Text size="sm" c="dimmed">
            {award.period === 'ever' ? t('ever') : period(award.period)} ·{' '}
            <TimeText at={awardedAt} />
          </Text>
        </div>
        {revokedAt && <Badge color="gray">{t('gone')}</Badge>}
      </Group>
      {revokedAt && <TakenBack award={award} />}
    </div>
  );
}
