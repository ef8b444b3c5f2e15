import { Group, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DayText, useFormat } from '../ui/index.js';
import { DriverMeans } from './driver-means.js';
import { graphql } from '../graphql/graphql.js';
import { driverMeansOf, headlineOf } from './report-view.js';
import { Score } from './score-text.js';
import type { Wave } from './survey.js';

const LastScoreQuery = graphql(`
  query LastScore($waveId: ID!) {
    surveyReport(waveId: $waveId) {
      cells {
        item
        groupId
        driver
        people
        score
        low
        high
        mean
        rate
        change
        clear
        question {
          id
          kind
        }
      }
    }
  }
`);

/** What the last closed wave of a survey said of all who were asked. */
export function LastScore({ wave }: { wave: Wave }) {
  const { t } = useTranslation('survey');
  const { number } = useFormat();
  const [{ data }] = useQuery({ query: LastScoreQuery, variables: { waveId: wave.id } });
  if (!data) return <Skeleton h={64} aria-hidden />;
  const { cells } = data.surveyReport;
  const headline = headlineOf(cells);
  const means = driverMeansOf(cells, 'all');
  const rate = cells.find(
    ({ item, groupId }) => item === 'participation' && groupId === 'all',
  )?.rate;
  return (
    <Group justify="space-between" align="flex-end">
      {headline ? (
        <Score cell={headline} />
      ) : means.length ? (
        <DriverMeans means={means} />
      ) : (
        <Text>{t('tooFew')}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('wave', { number: wave.number })}
        {', '}
        <DayText day={wave.opensOn} />
        {rate != null && (
          <>
            <br />
            {t('rate', { rate: number(rate, 0) })}
          </>
        )}
      </Text>
    </Group>
  );
}
