const stem = 'M32 52A21 21 0 0 0 43.1 13.2';
const leaf = 'M0 0C2.6-4.6 8.4-5.6 13-1.6C9.4 2.6 3.6 3.2 0 0Z';

/** Pairs of leaves along the right stem, from the foot up; the left branch mirrors it. */
const pairs = [
  { x: 37.8, y: 51.2, turn: -16, size: 0.86 },
  { x: 46.6, y: 46.1, turn: -44, size: 0.98 },
  { x: 52, y: 37.5, turn: -72, size: 1 },
  { x: 52.7, y: 27.4, turn: -100, size: 0.95 },
  { x: 48.8, y: 18.4, turn: -127, size: 0.84 },
];

function Branch() {
  return (
    <g fill="currentColor">
      <path d={stem} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      {pairs.map(({ x, y, turn, size }) => (
        <g key={turn} transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`}>
          <path d={leaf} transform="rotate(34)" />
          <path d={leaf} transform="rotate(-34) scale(.9 -.9)" />
        </g>
      ))}
      <path d={leaf} transform="translate(43.1 13.2) rotate(-144) scale(.8)" />
    </g>
  );
}

/** The sign of Laurel: an open wreath with a golden berry. It takes the colour of the text around it. */
export function LaurelMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="4 4 56 56" aria-hidden="true">
      <Branch />
      <g transform="matrix(-1 0 0 1 64 0)">
        <Branch />
      </g>
      <circle cx="32" cy="52" r="3.4" fill="var(--mantine-color-gold-4)" />
    </svg>
  );
}
