import { Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { TeamMember } from './member-drawer.js';

/** Where a person belonged and when, newest first: history stays true when people move. */
export function MembershipList({ memberships }: Pick<TeamMember, 'memberships'>) {
  const { t } = useTranslation('team');
  const { day } = useFormat();
  const sorted = memberships.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <section>
      <Title order={3} mb="sm">
        {t('history.title')}
      </Title>
      {sorted.length === 0 && <Text c="dimmed">{t('history.none')}</Text>}
      <Timeline active={sorted.filter(({ to }) => to).length === sorted.length ? -1 : 0}>
        {sorted.map(({ id, team, position, from, to }) => (
          <Timeline.Item key={id} title={team.name}>
            <Text size="sm">{t(`position.${position}`)}</Text>
            <Text size="sm" c="dimmed">
              {to
                ? t('history.fromTo', { from: day(from), to: day(to) })
                : t('history.since', { from: day(from) })}
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
