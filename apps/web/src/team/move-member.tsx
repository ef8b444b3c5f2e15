import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSignedIn } from '../session/session.js';
import { Dialog, DialogFooter } from '../ui/dialog.js';
import { DayInput } from '../ui/day-input.js';
import { todayIn } from '../ui/today.js';
import { useSay } from '../ui/use-say.js';
import { TeamSelect } from './team-select.js';
import { treeOf } from './team-tree.js';

const TeamNames = graphql(`
  query TeamNames {
    teams {
      id
      name
      parentId
    }
  }
`);

const Move = graphql(`
  mutation MoveMember($memberId: ID!, $teamId: ID, $position: Position!, $from: Day!) {
    moveMember(memberId: $memberId, teamId: $teamId, position: $position, from: $from) {
      id
      name
      team {
        id
        name
      }
      memberships {
        id
      }
    }
  }
`);

type Member = {
  readonly id: string;
  readonly name: string;
  readonly team: { readonly id: string } | null;
};
type Props = { readonly member: Member; readonly opened: boolean; readonly onClose: () => void };

/** Moves somebody to a team from a day on; what was sold before stays with the old one. */
export function MoveMember({ member, opened, onClose }: Props) {
  const { t } = useTranslation(['team', 'action']);
  return (
    <Dialog opened={opened} onClose={onClose} title={t('move.title', { name: member.name })}>
      <MoveForm member={member} onClose={onClose} />
    </Dialog>
  );
}

type Position = 'member' | 'manager';

function MoveForm({ member, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['team', 'action']);
  const say = useSay();
  const { organization } = useSignedIn();
  const [{ data }] = useQuery({ query: TeamNames });
  const [{ fetching }, move] = useMutation(Move);
  const [teamId, setTeamId] = useState<string | null>(member.team?.id ?? null);
  const [position, setPosition] = useState<Position>('member');
  const [from, setFrom] = useState<string | null>(() => todayIn(organization.timeZone));

  async function save() {
    if (!from) return;
    const { error } = await move(
      { memberId: member.id, teamId, position, from },
      { additionalTypenames: ['Team', 'GoalProgress'] },
    );
    if (error) return say.problem(error);
    say.done(t('move.done', { name: member.name }));
    onClose();
  }

  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('move.lead')}
      </Text>
      <TeamSelect
        label={t('move.team')}
        placeholder={t('move.noTeam')}
        clearable
        placed={treeOf(data?.teams ?? [])}
        value={teamId}
        onChange={setTeamId}
      />
      <SegmentedControl
        aria-label={t('move.position')}
        fullWidth
        data={(['member', 'manager'] as const).map((value) => ({
          value,
          label: t(`position.${value}`),
        }))}
        value={position}
        onChange={(value) => setPosition(value as Position)}
        disabled={!teamId}
      />
      <DayInput label={t('move.from')} required value={from} onChange={setFrom} />
      <DialogFooter onCancel={onClose}>
        <Button loading={fetching} disabled={!from} onClick={() => void save()}>
          {t('move.confirm')}
        </Button>
      </DialogFooter>
    </Stack>
  );
}
