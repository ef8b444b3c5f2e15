export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const sampleLines = 50;
const sampleLength = 65_536;

/** The separator that cuts the first lines into the same number of cells, the most cells winning; a comma when none does. */
export function guessDelimiter(text: string): Delimiter {
  const lines = unquoted(text.slice(0, sampleLength))
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, sampleLines);
  const scored = delimiters.map((delimiter) => ({ delimiter, score: score(lines, delimiter) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** Lines that agree with the header count most; then the number of cells. */
function score(lines: readonly string[], delimiter: Delimiter): number {
  const cells = lines.map((line) => line.split(delimiter).length);
  const width = cells[0] ?? 1;
  if (width === 1) return 0;
  const agreeing = cells.filter((count) => count === width).length;
  return (agreeing / lines.length) * 1_000 + width;
}

/** Separators and line breaks inside quotes say nothing about the layout. */
const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""');
