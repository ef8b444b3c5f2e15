import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { signed } from './report-view.js';

type Props = {
  readonly points: readonly { readonly name: string; readonly score: number }[];
  readonly label: string;
};

/** The drawing itself; fetched only where there is something to draw. */
export default function TrendDrawing({ points, label }: Props) {
  return (
    <LineChart
      h={160}
      data={[...points]}
      dataKey="name"
      series={[{ name: 'score', label, color: 'laurel.5' }]}
      gridAxis="x"
      tickLine="none"
      curveType="linear"
      yAxisProps={{ domain: [-100, 100], ticks: [-100, 0, 100], tickFormatter: signed, width: 48 }}
      lineChartProps={{ margin: { top: 8, right: 8 } }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}
