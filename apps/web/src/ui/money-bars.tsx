import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useFormat } from './use-format.js';

/** One bar: an amount in minor units under a short name; `marked` bars are gold. */
export type MoneyBar = { name: string; amount: string; currency: string; marked?: boolean };

export type MoneyBarsProps = { rows: MoneyBar[]; series: string; height?: number };

const Chart = lazy(() => import('./money-bars-chart.js'));

/** Amounts side by side; a screen reader hears the figures instead of the drawing. */
export function MoneyBars(props: MoneyBarsProps) {
  const { money } = useFormat();
  const { rows, series, height = 220 } = props;
  const spoken = rows.map(({ name, amount, currency }) => `${name}: ${money(amount, currency)}`);
  return (
    <div role="img" aria-label={`${series}. ${spoken.join('; ')}`}>
      <Suspense fallback={<Skeleton height={height} radius="md" />}>
        <Chart {...props} />
      </Suspense>
    </div>
  );
}
