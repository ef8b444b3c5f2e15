import type { Cells } from './cell.js';

/** Sums are worked out in a field of this many numbers: exact, small enough for products of doubles. */
const prime = 94_906_249;

/**
 * Sets of cells with fewer people than the threshold whose sum follows from the sums of the groups by any
 * linear algebra. A set's sum follows exactly when its row stands in the space of the groups' rows, that is, when
 * all combinations that vanish on every group vanish on it.
 */
export function solvableCells(
  { counts, of }: Cells,
  groups: readonly string[],
  threshold: number,
): number[][] {
  const vanishing = nullSpace(
    groups.map((id) => {
      const members = new Set(of.get(id));
      return counts.map((_, cell) => (members.has(cell) ? 1 : 0));
    }),
    counts.length,
  );
  const traces = counts.map((_, cell) => vanishing.map((vector) => vector[cell]!));
  const small = counts.map((_, cell) => cell).filter((cell) => counts[cell]! < threshold);
  return zeroSums(traces, counts, small, threshold);
}

/** Sets of small cells, together below the threshold, whose traces sum to nothing. */
function zeroSums(
  traces: readonly number[][],
  counts: readonly number[],
  small: readonly number[],
  threshold: number,
): number[][] {
  const found: number[][] = [];
  const width = traces[0]?.length ?? 0;
  const grow = (from: number, chosen: number[], people: number, sum: readonly number[]) => {
    if (chosen.length && sum.every((value) => value === 0)) found.push([...chosen]);
    if (chosen.length === deepest) return;
    for (let i = from; i < small.length && !found.length; i++) {
      const cell = small[i]!;
      if (people + counts[cell]! >= threshold) continue;
      const next = sum.map((value, at) => (value + traces[cell]![at]!) % prime);
      grow(i + 1, [...chosen, cell], people + counts[cell]!, next);
    }
  };
  grow(
    0,
    [],
    0,
    Array.from({ length: width }, () => 0),
  );
  return found;
}

/** Larger sets of cells that nobody else shares are held apart by the rules of remainder and overlap. */
const deepest = 2;

/** A basis of all vectors that are orthogonal to every row, by elimination. */
function nullSpace(rows: readonly (readonly number[])[], width: number): number[][] {
  const { reduced, pivots } = eliminate(rows, width);
  const free = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !pivots.includes(column),
  );
  return free.map((column) => {
    const vector = Array.from({ length: width }, () => 0);
    vector[column] = 1;
    pivots.forEach((pivot, row) => {
      vector[pivot] = (prime - reduced[row]![column]!) % prime;
    });
    return vector;
  });
}

function eliminate(rows: readonly (readonly number[])[], width: number) {
  const left = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < left.length; column++) {
    const at = left.findIndex((row, i) => i >= pivots.length && row[column] !== 0);
    if (at < 0) continue;
    const top = pivots.length;
    [left[top], left[at]] = [left[at]!, left[top]!];
    scale(left[top]!, inverse(left[top]![column]!));
    for (const [i, row] of left.entries())
      if (i !== top && row[column] !== 0) subtract(row, left[top]!, row[column]!);
    pivots.push(column);
  }
  return { reduced: left, pivots };
}

function scale(row: number[], factor: number): void {
  for (let i = 0; i < row.length; i++) row[i] = (row[i]! * factor) % prime;
}

function subtract(row: number[], other: readonly number[], factor: number): void {
  for (let i = 0; i < row.length; i++)
    row[i] = (row[i]! + prime - ((other[i]! * factor) % prime)) % prime;
}

/** By Euclid. */
function inverse(value: number): number {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (b) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a % b, y, x - quotient * y];
  }
  return ((x % prime) + prime) % prime;
}
