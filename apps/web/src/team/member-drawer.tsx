import { Button, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsExchange, IconBuildingBank, IconReceipt2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { mayOpen } from '../shell/navigation.js';
import { Loaded, PersonAvatar } from '../ui/index.js';
import { MembershipList } from './membership-list.js';
import { MoveMember } from './move-member.js';

const MemberQuery = graphql(`
  query MemberOfTeam($id: ID!) {
    member(id: $id) {
      id
      name
      role
      team {
        id
        name
      }
      manager {
        id
        name
      }
      memberships {
        id
        position
        from
        to
        team {
          id
          name
        }
      }
    }
  }
`);

export type TeamMember = NonNullable<ResultOf<typeof MemberQuery>['member']>;

type Props = { readonly id: string | null; readonly onClose: () => void };

/** A person of a team: where they belonged and when, and the ways to their deals and pay. */
export function MemberDrawer({ id, onClose }: Props) {
  const { t } = useTranslation(['team', 'action']);
  const member = useQuery({ query: MemberQuery, variables: { id: id ?? '' }, pause: !id });
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      position="right"
      size={460}
      title={t('member')}
      closeButtonProps={{ 'aria-label': t('action:close') }}
    >
      <Loaded of={member}>
        {({ member }) => (member ? <Details member={member} /> : <Text>{t('gone')}</Text>)}
      </Loaded>
    </Drawer>
  );
}

function Details({ member }: { member: TeamMember }) {
  const { t } = useTranslation(['team', 'shell']);
  const viewer = useSignedIn();
  const { role } = viewer.member;
  const [moving, move] = useDisclosure();
  return (
    <Stack gap="lg">
      <Group wrap="nowrap">
        <PersonAvatar name={member.name} size={52} />
        <div>
          <Title order={2}>{member.name}</Title>
          <Text c="dimmed">
            {[t(`shell:role.${member.role}`), member.team?.name].filter(Boolean).join(' · ')}
          </Text>
        </div>
      </Group>
      <Group gap="xs">
        <Button
          component={Link}
          to={`/deals?ownerId=${member.id}`}
          variant="default"
          leftSection={<IconBuildingBank size={18} />}
        >
          {t('toDeals')}
        </Button>
        {(role === 'manager' || role === 'finance') && mayOpen(viewer.member, '/statements') && (
          <Button
            component={Link}
            to={`/statements/${member.id}`}
            variant="default"
            leftSection={<IconReceipt2 size={18} />}
          >
            {t('toPay')}
          </Button>
        )}
        {role === 'admin' && (
          <Button
            variant="default"
            leftSection={<IconArrowsExchange size={18} />}
            onClick={move.open}
          >
            {t('move.action')}
          </Button>
        )}
      </Group>
      <MembershipList memberships={member.memberships} />
      <MoveMember member={member} opened={moving} onClose={move.close} />
    </Stack>
  );
}
