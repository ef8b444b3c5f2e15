import { Group, Progress, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGoal } from '../goal/goal.js';
import { OutlookBadge } from '../goal/outlook-badge.js';
import { MoneyText, PersonAvatar, useFormat } from '../ui/index.js';
import classes from './team.module.css';

type Props = {
  readonly member: { readonly id: string; readonly name: string };
  readonly period: string;
  readonly onOpen: (memberId: string) => void;
};

/** One person: what was sold, how much of the quota that is, and whether the pace is enough. */
export function MemberRow({ member, period, onOpen }: Props) {
  const { t } = useTranslation('team');
  const { percent } = useFormat();
  const [{ data }] = useGoal({ memberId: member.id, period });
  const goal = data?.goal;
  const share = Number(goal?.attainment ?? 0);
  return (
    <UnstyledButton className={classes.row} onClick={() => onOpen(member.id)}>
      <Group gap="sm" wrap="nowrap" miw={0}>
        <PersonAvatar name={member.name} size={36} />
        <Text fw={600} truncate>
          {member.name}
        </Text>
      </Group>
      <div>
        <Group justify="space-between" gap="xs" wrap="nowrap" mb={4} mih={22}>
          <Text size="sm" span>
            {goal && <MoneyText amount={goal.actual} currency={goal.currency} style="whole" />}
          </Text>
          <Text size="sm" c="dimmed" className="figure" span>
            {goal && (goal.attainment === null ? t('noTarget') : percent(goal.attainment, 0))}
          </Text>
        </Group>
        <Progress
          value={Math.min(100, Math.max(0, share * 100))}
          color={share >= 1 ? 'gold.4' : 'laurel.5'}
          aria-label={t('attainedBy', { name: member.name })}
        />
      </div>
      <div className={classes.outlook}>{goal && <OutlookBadge goal={goal} />}</div>
    </UnstyledButton>
  );
}
