import { Box, RingProgress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Goal } from './goal.js';

/** Attainment as a ring; a short mark shows how much of the period has passed. */
export function GoalRing({ goal, size = 168 }: { goal: Goal; size?: number }) {
  const { t } = useTranslation('goal');
  const { percent } = useFormat();
  const { attainment, elapsedDays, totalDays } = goal;
  const reached = Math.min(100, Math.max(0, Number(attainment ?? 0) * 100));
  const passed = (elapsedDays / totalDays) * 360;
  return (
    <Box pos="relative" w={size} h={size} mx="auto">
      <RingProgress
        size={size}
        thickness={size / 12}
        roundCaps
        aria-label={t('ring', { percent: percent(attainment ?? '0') })}
        role="img"
        sections={[{ value: reached, color: reached >= 100 ? 'gold.4' : 'laurel.5' }]}
        label={
          <Text
            component="div"
            ta="center"
            ff="heading"
            fw={600}
            fz={size / 5.6}
            className="figure"
          >
            {attainment === null ? '–' : percent(attainment, 0)}
          </Text>
        }
      />
      <svg
        width={size}
        height={size}
        style={{ position: 'absolute', inset: 0, transform: `rotate(${passed}deg)` }}
        aria-hidden
      >
        <line
          x1={size / 2}
          x2={size / 2}
          y1={2}
          y2={size / 9}
          stroke="var(--mantine-color-text)"
          strokeWidth="2.5"
          strokeLinecap="round"
        />
      </svg>
    </Box>
  );
}
