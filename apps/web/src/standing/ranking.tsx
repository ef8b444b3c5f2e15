import { Box, Group, Table, Text } from '@mantine/core';
import type { Measure } from '@laurel/standing/core';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../ui/index.js';
import type { Place } from './board.js';
import classes from './board.module.css';
import { Movement } from './movement.js';
import { useChanges } from './use-changes.js';
import { useScore } from './use-score.js';

type Props = { rows: Place[]; mine: Place | null; best: string | undefined; measure: Measure };

/** The ranking as a table. My own row sticks to the edge; when it is on another page it stands last. */
export function Ranking({ rows, mine, best, measure }: Props) {
  const { t } = useTranslation('standing');
  const changes = useChanges(
    new Map(rows.map(({ member, rank, score }) => [member.id, `${rank}|${score}`])),
  );
  const row = (place: Place) => (
    <RankingRow
      key={`${place.member.id}:${changes(place.member.id)}`}
      place={place}
      best={best}
      measure={measure}
      changed={changes(place.member.id) > 0}
    />
  );
  const elsewhere = mine && !rows.some((place) => place.mine);
  return (
    <Table className={classes.table} horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('rank')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('moved')}</Table.Th>
          <Table.Th>{t('name')}</Table.Th>
          <Table.Th visibleFrom="sm">{t('team')}</Table.Th>
          <Table.Th className="number">{t(`measure.${measure}`)}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(row)}
        {elsewhere && row(mine)}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = { place: Place; best: string | undefined; measure: Measure; changed: boolean };

function RankingRow({ place, best, measure, changed }: RowProps) {
  const { t } = useTranslation('standing');
  const write = useScore(measure);
  const { member, rank, movement, score, currency, mine } = place;
  return (
    <Table.Tr
      className={[mine && classes.mine, changed && classes.changed].filter(Boolean).join(' ')}
      aria-current={mine || undefined}
    >
      <Table.Td className={classes.rank}>
        {rank}
        <Box hiddenFrom="sm">
          <Movement by={movement} />
        </Box>
      </Table.Td>
      <Table.Td className={classes.moved} visibleFrom="sm">
        <Movement by={movement} />
      </Table.Td>
      <Table.Td miw={110}>
        <Group gap="sm" wrap="nowrap">
          <Box visibleFrom="sm">
            <PersonAvatar name={member.name} />
          </Box>
          <Text inherit style={{ overflowWrap: 'anywhere' }}>
            {member.name}
            {mine && ` (${t('me')})`}
          </Text>
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" c="dimmed">
          {member.team?.name}
        </Text>
      </Table.Td>
      <Table.Td className="number" miw={110}>
        {write(score, currency)}
        <ScoreBar score={score} best={best} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The score as a share of the leader's: a length for the eye, not a figure. */
function ScoreBar({ score, best }: { score: string; best: string | undefined }) {
  const share = Number(score) / (Number(best) || 1);
  return (
    <span className={classes.bar} aria-hidden>
      <span style={{ width: `${Math.min(100, Math.max(0, share * 100))}%` }} />
    </span>
  );
}
