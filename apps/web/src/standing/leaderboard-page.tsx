import { Card, SegmentedControl, Text } from '@mantine/core';
import { type Measure, measures } from '@laurel/standing/core';
import { IconTrophy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  EmptyState,
  Loaded,
  PageHeader,
  Pager,
  type PageWindow,
  PeriodPicker,
  TimeText,
  usePeriodChoice,
} from '../ui/index.js';
import { type Board, useBoard } from './board.js';
import classes from './board.module.css';
import { MyPlace } from './my-place.js';
import { podiumSteps } from './podium-steps.js';
import { Podium } from './podium.js';
import { Ranking } from './ranking.js';

/** Who is ahead in a period, by the measure the reader chooses; it moves while one looks. */
export function LeaderboardPage() {
  const { t } = useTranslation('standing');
  const choice = usePeriodChoice();
  const [measure, setMeasure] = useMeasure();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodPicker choice={choice} />
      </PageHeader>
      <SegmentedControl
        mb="lg"
        aria-label={t('measureLabel')}
        value={measure}
        onChange={(value) => setMeasure(value as Measure)}
        data={measures.map((value) => ({ value, label: t(`measure.${value}`) }))}
      />
      <Loaded of={choice.query}>
        {() =>
          choice.period && (
            <BoardView
              key={`${choice.period}:${measure}`}
              period={choice.period}
              measure={measure}
            />
          )
        }
      </Loaded>
    </>
  );
}

function BoardView({ period, measure }: { period: string; measure: Measure }) {
  const { t } = useTranslation('standing');
  const [page, setPage] = useState<PageWindow>({ first: 100, offset: 0 });
  const query = useBoard({ period, measure, page });
  return (
    <Loaded of={query}>
      {({ leaderboard }) =>
        leaderboard.total === 0 ? (
          <EmptyState icon={IconTrophy} title={t('empty')}>
            {t(measure === 'attainment' ? 'emptyNoQuota' : 'emptyNext')}
          </EmptyState>
        ) : (
          <>
            <Standings board={leaderboard} measure={measure} />
            <Pager page={page} total={leaderboard.total} onPage={setPage} />
          </>
        )
      }
    </Loaded>
  );
}

function Standings({ board, measure }: { board: Board; measure: Measure }) {
  const { t } = useTranslation('standing');
  const { rows, mine, updatedAt } = board;
  const steps = podiumSteps(rows);
  const onPodium = new Set(steps.flat().map(({ member }) => member.id));
  return (
    <>
      <MyPlace board={board} measure={measure} />
      <Podium steps={steps} measure={measure} />
      <Card padding="xs">
        <Ranking
          rows={rows.filter(({ member }) => !onPodium.has(member.id))}
          mine={mine && onPodium.has(mine.member.id) ? null : mine}
          best={rows[0]?.score}
          measure={measure}
        />
      </Card>
      {updatedAt && (
        <Text size="sm" c="dimmed" mt="sm" className={classes.live}>
          {t('updated')} <TimeText at={updatedAt} />
        </Text>
      )}
    </>
  );
}

/** The measure lives in the address beside the period, so that a link shows the same board. */
function useMeasure(): [Measure, (measure: Measure) => void] {
  const [params, setParams] = useSearchParams();
  const given = measures.find((each) => each === params.get('measure'));
  const choose = (measure: Measure) =>
    setParams(
      (last) => {
        last.set('measure', measure);
        return last;
      },
      { replace: true },
    );
  return [given ?? 'credited', choose];
}
