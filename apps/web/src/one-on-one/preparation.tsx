import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useProgress } from '../badge/badge.js';
import { GoalRing } from '../goal/goal-ring.js';
import { useGoal } from '../goal/goal.js';
import { OutlookBadge } from '../goal/outlook-badge.js';
import { useSignedIn } from '../session/session.js';
import { currentOf, useFormat, usePeriodChoice } from '../ui/index.js';
import type { Series } from './one-on-one.js';
import { Section } from './section.js';

type Who = { readonly memberId: string; readonly name: string | null };

/** How the seller of the two stands this quarter, as far as the reader may see it; never what they answered in a survey. */
export function Preparation({ series: { partner } }: { series: Series }) {
  const { member } = useSignedIn();
  const { periods } = usePeriodChoice();
  const who: Who | null =
    member.role === 'rep'
      ? { memberId: member.id, name: null }
      : partner.role === 'rep'
        ? { memberId: partner.id, name: partner.name }
        : null;
  if (!who || !periods) return null;
  return <Figures {...who} period={currentOf(periods, 'quarter')} />;
}

/** Nothing at all where there is no goal to see. */
function Figures({ name, ...of }: Who & { readonly period: string }) {
  const { t } = useTranslation('one-on-one');
  const { money } = useFormat();
  const [{ data }] = useGoal(of);
  const [{ data: badges }] = useProgress(of);
  const goal = data?.goal;
  if (!goal?.target) return null;
  const held = badges?.badgeProgress.filter(({ award }) => award && !award.revokedAt) ?? [];
  return (
    <Section
      title={t('preparation.title')}
      lead={name === null ? t('preparation.mine') : t('preparation.theirs', { name })}
    >
      <Group wrap="nowrap" gap="md">
        <GoalRing goal={goal} size={96} />
        <Stack gap={4} flex={1}>
          <OutlookBadge goal={goal} />
          <Text size="sm" c="dimmed" className="figure">
            {t('preparation.of', {
              actual: money(goal.actual, goal.currency, 'whole'),
              target: money(goal.target, goal.currency, 'whole'),
            })}
          </Text>
          {badges && (
            <Text size="sm" c="dimmed">
              {t('preparation.badges', { count: held.length })}
            </Text>
          )}
        </Stack>
      </Group>
    </Section>
  );
}
