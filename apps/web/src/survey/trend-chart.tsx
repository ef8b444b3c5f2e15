import { Box, Text, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormat } from '../ui/index.js';
import { TrendQuery } from './report.js';
import { signed } from './report-view.js';

const Drawing = lazy(() => import('./trend-drawing.js'));

type Props = { readonly surveyId: string; readonly item: string; readonly groupId: string };

/** The score over the waves that asked the same; its points stand in a list for screen readers. */
export function TrendChart(variables: Props) {
  const { t } = useTranslation('survey');
  const { day } = useFormat();
  const [{ data }] = useQuery({ query: TrendQuery, variables });
  const points = (data?.surveyTrend ?? []).flatMap(({ wave, cell }) =>
    cell.score === null
      ? []
      : [{ name: day(wave.opensOn, { day: 'numeric', month: 'short' }), score: cell.score }],
  );
  if (points.length < 2) return null;
  return (
    <Box component="figure" m={0} flex="1 1 18rem" maw={520}>
      <Text component="figcaption" size="sm" c="dimmed" mb={4}>
        {t('trend')}
      </Text>
      <Suspense fallback={<Box h={160} />}>
        <Box aria-hidden>
          <Drawing points={points} label={t('trend')} />
        </Box>
      </Suspense>
      <VisuallyHidden component="ul">
        {points.map(({ name, score }) => (
          <li key={name}>{`${name}: ${signed(score)}`}</li>
        ))}
      </VisuallyHidden>
    </Box>
  );
}
