import { Card, Group, Text } from '@mantine/core';
import type { Measure } from '@laurel/standing/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/index.js';
import type { Board } from './board.js';
import { Movement } from './movement.js';
import { neighbours } from './neighbours.js';
import { useScore } from './use-score.js';

/** My rank, and what lies between me and the people next to me. */
export function MyPlace({ board, measure }: { board: Board; measure: Measure }) {
  const { t } = useTranslation('standing');
  const { number } = useFormat();
  const { mine, rows, total } = board;
  if (!mine) return null;
  return (
    <Card mb="lg" padding="md" component="section" aria-label={t('myPlace')}>
      <Group gap="lg">
        <Group gap="sm" align="baseline">
          <Text ff="heading" fz={34} fw={600} lh={1} className="figure">
            {t('place', { rank: number(mine.rank) })}
          </Text>
          <Text c="dimmed">{t('outOf', { total: number(total) })}</Text>
          <Movement by={mine.movement} />
        </Group>
        <Gaps rows={rows} mine={mine} measure={measure} />
      </Group>
    </Card>
  );
}

type GapProps = { rows: Board['rows']; mine: Board['rows'][number]; measure: Measure };

function Gaps({ rows, mine, measure }: GapProps) {
  const { t } = useTranslation('standing');
  const write = useScore(measure);
  const { ahead, behind } = neighbours(rows, mine);
  const gap = (to: NonNullable<typeof ahead>) => ({
    gap: write(to.gap, to.row.currency),
    name: to.row.member.name,
  });
  return (
    <Text component="div" flex="1 1 16rem">
      {ahead ? <div>{t(`ahead.${measure}`, gap(ahead))}</div> : <div>{t('leading')}</div>}
      {behind && (
        <Text size="sm" c="dimmed">
          {t(`behind.${measure}`, gap(behind))}
        </Text>
      )}
    </Text>
  );
}
