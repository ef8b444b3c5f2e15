/** Leaves of the right branch: where each is attached and how far it leans. The left branch mirrors it. */
const leaves = [
  { x: 36, y: 55, turn: -14, size: 1 },
  { x: 45.5, y: 50, turn: -34, size: 1.05 },
  { x: 51.5, y: 41, turn: -58, size: 1.05 },
  { x: 53, y: 30.5, turn: -80, size: 1 },
  { x: 50, y: 21, turn: -104, size: 0.9 },
];

const leaf = 'M0 0C2.4-5.6 8.6-7.4 13.4-5.2C11.8.4 5.8 3 0 0Z';

function Branch() {
  return (
    <>
      <path
        d="M32 57C43 56 52.5 47 53 33C53.2 27 51.5 20.5 47.5 15.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
      {leaves.map(({ x, y, turn, size }) => (
        <g key={turn} transform={`translate(${x} ${y}) rotate(${turn}) scale(${size})`}>
          <path d={leaf} fill="currentColor" />
          <path d={leaf} fill="currentColor" transform="rotate(-38) scale(.86 -.86)" />
        </g>
      ))}
    </>
  );
}

/** The sign of Laurel: an open wreath with a berry. It takes the colour of the text around it. */
export function LaurelMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true">
      <Branch />
      <g transform="matrix(-1 0 0 1 64 0)">
        <Branch />
      </g>
      <circle cx="32" cy="57" r="3.2" fill="var(--mantine-color-gold-4, #e0b12a)" />
    </svg>
  );
}
