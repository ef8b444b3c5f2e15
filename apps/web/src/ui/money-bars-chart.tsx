import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { chartValue } from './format.js';
import type { MoneyBarsProps } from './money-bars.js';
import { useFormat } from './use-format.js';

/** The drawing itself; fetched only where a chart is shown. */
export default function MoneyBarsChart({ rows, series, height = 220 }: MoneyBarsProps) {
  const { chartMoney } = useFormat();
  const currency = rows[0]?.currency ?? '';
  const data = rows.map((row) => ({
    name: row.name,
    value: chartValue(row.amount, row.currency),
    color: row.marked ? 'gold.4' : 'laurel.5',
  }));
  return (
    <BarChart
      h={height}
      data={data}
      dataKey="name"
      series={[{ name: 'value', label: series, color: 'laurel.5' }]}
      gridAxis="x"
      tickLine="none"
      maxBarWidth={44}
      barProps={{ radius: [6, 6, 0, 0], isAnimationActive: false }}
      yAxisProps={{ width: 64 }}
      valueFormatter={(value) => chartMoney(value, currency)}
    />
  );
}
