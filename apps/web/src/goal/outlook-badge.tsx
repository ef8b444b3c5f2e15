import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconLaurelWreath,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Goal } from './goal.js';
import { type Outlook, outlook } from './outlook.js';

const looks: Record<Exclude<Outlook, 'none'>, { color: string; icon: typeof IconCheck }> = {
  reached: { color: 'gold', icon: IconLaurelWreath },
  ahead: { color: 'laurel', icon: IconTrendingUp },
  near: { color: 'laurel', icon: IconCheck },
  behind: { color: 'red', icon: IconAlertTriangle },
  early: { color: 'gray', icon: IconClock },
  missed: { color: 'gray', icon: IconClock },
};

/** Whether a goal is on its way, in words, colour and sign. */
export function OutlookBadge({ goal }: { goal: Goal }) {
  const { t } = useTranslation('goal');
  const state = outlook(goal);
  if (state === 'none') return null;
  const { color, icon: Icon } = looks[state];
  return (
    <Badge size="lg" color={color} leftSection={<Icon size={14} aria-hidden />}>
      {t(`outlook.${state}`)}
    </Badge>
  );
}
