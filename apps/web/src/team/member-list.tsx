import { Card, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MemberRow } from './member-row.js';
import type { Team } from './team-page.js';

type Props = {
  readonly team: Team;
  readonly period: string;
  readonly onOpen: (memberId: string) => void;
};

/** The people of a team with how each is doing. */
export function MemberList({ team, period, onOpen }: Props) {
  const { t } = useTranslation('team');
  const members = team.members.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Card component="section">
      <Title order={2} mb="xs">
        {t('members', { count: members.length })}
      </Title>
      {members.length === 0 && <Text c="dimmed">{t('nobody')}</Text>}
      <Stack gap={0}>
        {members.map((member) => (
          <MemberRow key={member.id} member={member} period={period} onOpen={onOpen} />
        ))}
      </Stack>
    </Card>
  );
}
