import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';

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
      yAxisProps={{ domain: [-100, 100], ticks: [-100, -50, 0, 50, 100], width: 40 }}
      lineProps={{ isAnimationActive: false }}
    />
  );
}
