import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loaded, PersonAvatar, TimeText, useFormat, wordsIn } from '../ui/index.js';
import { type LatestAward, useLatestAwards } from './badge.js';

/** Who has won what of late, in the whole organisation. */
export function LatestAwards() {
  const { t } = useTranslation('badge');
  const query = useLatestAwards();
  return (
    <Card component="section">
      <Title order={2} mb="md">
        {t('latest')}
      </Title>
      <Loaded of={query}>
        {({ awards }) => {
          const held = awards.rows.filter(({ revokedAt }) => !revokedAt);
          if (!held.length) return <EmptyState title={t('noLatest')}>{t('noneNext')}</EmptyState>;
          return (
            <Stack gap="sm">
              {held.map((award) => (
                <LatestRow key={award.id} award={award} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </Card>
  );
}

function LatestRow({ award: { member, badge, awardedAt } }: { award: LatestAward }) {
  const { language } = useFormat();
  return (
    <Group wrap="nowrap" gap="sm">
      <PersonAvatar name={member.name} size={36} />
      <div style={{ minWidth: 0 }}>
        <Text fw={600} lh={1.3}>
          {member.name}
        </Text>
        <Text size="sm" c="dimmed">
          {wordsIn(badge.title, language)} · <TimeText at={awardedAt} />
        </Text>
      </div>
    </Group>
  );
}
