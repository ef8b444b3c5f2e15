import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import { type Figure, signed, trendOf } from './report-view.js';
import classes from './survey.module.css';

/** A score with its interval and, where there is an earlier one, whether it changed by more than noise. */
export function Score({ cell, big = false }: { cell: Figure; big?: boolean }) {
  const { t } = useTranslation('survey');
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t(cell.question?.kind === 'oneToTen' ? 'score.oneToTen' : 'score.enps')}
      </Text>
      <Group gap="sm" align="baseline">
        <span className={big ? classes.bigScore : classes.score}>{signed(cell.score!)}</span>
        <Text size="sm">
          {t('score.interval', { low: signed(cell.low!), high: signed(cell.high!) })}
        </Text>
      </Group>
      <ChangeText cell={cell} />
    </div>
  );
}

/** What changed since the wave that asked the same before; nothing when there was none. */
export function ChangeText({ cell }: { cell: Figure }) {
  const { t } = useTranslation('survey');
  const { number } = useFormat();
  const trend = trendOf(cell);
  if (!trend) return null;
  const difference = number(Math.abs(cell.change!), cell.score == null ? 1 : 0);
  return (
    <Text
      size="sm"
      c={trend === 'unclear' ? 'dimmed' : undefined}
      fw={trend === 'unclear' ? 400 : 600}
    >
      {t(`change.${trend}`, { difference })}
    </Text>
  );
}
