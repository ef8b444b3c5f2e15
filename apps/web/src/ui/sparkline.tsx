type Props = { values: readonly number[]; label: string; width?: number; height?: number };

/** A small line without axes: the last point is marked. It shows a shape; the figures stand beside it. */
export function Sparkline({ values, label, width = 240, height = 64 }: Props) {
  if (values.length < 2) return null;
  const points = place(values, width, height);
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const last = points.at(-1)!;
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={label}
      style={{ overflow: 'visible' }}
    >
      <polyline
        points={line}
        fill="none"
        stroke="var(--mantine-primary-color-light-color)"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx={last.x} cy={last.y} r="3.5" fill="var(--mantine-color-gold-4)" />
    </svg>
  );
}

function place(values: readonly number[], width: number, height: number) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const step = width / (values.length - 1);
  const margin = 4;
  return values.map((value, i) => ({
    x: i * step,
    y: height - margin - ((value - low) / span) * (height - 2 * margin),
  }));
}
