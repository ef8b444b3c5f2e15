import type { Cells } from './cell.js';

/** Sums are worked out in a field of this many numbers: exact, and two of them make one key. */
const prime = 94_906_249;
/** Of more cells than this, sets of four are not looked for: there are too many pairs. */
const mostForPairs = 800;

/** How much each cell counts in a sum that is known. */
type Row = readonly number[];

/** Does the sum of a few people, alike or not, follow from the sums of the groups by any linear algebra? */
export const tellsOfFew = (
  { counts, of }: Cells,
  groups: readonly string[],
  threshold: number,
): boolean =>
  isSolvable(
    groups.map((id) => {
      const members = new Set(of.get(id));
      return counts.map((_, cell) => (members.has(cell) ? 1 : 0));
    }),
    counts,
    threshold,
  );

/**
 * Does the sum of a set of cells that hold fewer than the threshold follow from known sums? Sets of up to four cells
 * are looked at. A set's sum follows when it is the negative of another's in every combination that vanishes on all known
 * sums. Two such combinations are looked at: no set escapes them, and hardly ever is one taken for what it is not.
 */
export function isSolvable(
  rows: readonly Row[],
  sizes: readonly number[],
  threshold: number,
): boolean {
  const cells = alike(rows, sizes);
  const reduced = eliminate(cells.rows, cells.sizes.length);
  const [high, low] = [
    vanishing(reduced, 5, cells.sizes.length),
    vanishing(reduced, 7, cells.sizes.length),
  ];
  const key = (part: readonly number[]) => {
    const sum = (vector: Row) => part.reduce((total, cell) => total + vector[cell]!, 0) % prime;
    return sum(high) * prime + sum(low);
  };
  const negative = (value: number) => {
    const [a, b] = [Math.floor(value / prime), value % prime];
    return ((prime - a) % prime) * prime + ((prime - b) % prime);
  };
  const parts = partsOf(cells.sizes, threshold);
  const known = new Map<number, number[][]>();
  for (const part of parts) {
    const at = known.get(key(part));
    if (at) at.push(part);
    else known.set(key(part), [part]);
  }
  const people = (part: readonly number[]) =>
    part.reduce((sum, cell) => sum + cells.sizes[cell]!, 0);
  return parts.some((part) =>
    known
      .get(negative(key(part)))
      ?.some((other) => isSet(part, other) && people(part) + people(other) < threshold),
  );
}

/** Two parts with nothing in common that are not both empty. */
const isSet = (one: readonly number[], other: readonly number[]): boolean =>
  one.length + other.length > 0 && !one.some((cell) => other.includes(cell));

/** Cells that count alike in every sum are one. */
function alike(rows: readonly Row[], sizes: readonly number[]) {
  const found = new Map<string, { column: Row; size: number }>();
  for (const [cell, size] of sizes.entries()) {
    const column = rows.map((row) => row[cell]!);
    const same = found.get(column.join());
    if (same) same.size += size;
    else found.set(column.join(), { column, size });
  }
  const cells = [...found.values()];
  return {
    rows: rows.map((_, row) => cells.map(({ column }) => column[row]!)),
    sizes: cells.map(({ size }) => size),
  };
}

/** No cell, one, or two that are together below the threshold. */
function partsOf(sizes: readonly number[], threshold: number): number[][] {
  const small = sizes.map((_, cell) => cell).filter((cell) => sizes[cell]! < threshold);
  const parts: number[][] = [[], ...small.map((cell) => [cell])];
  if (small.length > mostForPairs) return parts;
  for (const [i, one] of small.entries())
    for (const other of small.slice(i + 1))
      if (sizes[one]! + sizes[other]! < threshold) parts.push([one, other]);
  return parts;
}

type Reduced = { readonly left: readonly Row[]; readonly pivots: readonly number[] };

/** A combination that vanishes on every row, of weights that are powers of a number. */
function vanishing({ left, pivots }: Reduced, base: number, width: number): number[] {
  const bound = new Set(pivots);
  let weight = 1;
  const vector = Array.from({ length: width }, (_, column) => {
    weight = (weight * base) % prime;
    return bound.has(column) ? 0 : weight;
  });
  for (const [row, pivot] of pivots.entries()) {
    let sum = 0;
    for (let column = 0; column < width; column++)
      if (!bound.has(column)) sum = (sum + left[row]![column]! * vector[column]!) % prime;
    vector[pivot] = (prime - sum) % prime;
  }
  return vector;
}

function eliminate(rows: readonly Row[], width: number): Reduced {
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
  return { left, pivots };
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
