import { randomInt } from 'node:crypto';

/** Sums are worked out in a field of this many numbers: exact, and two of them make one key. */
const prime = 94_906_249;

/** A sum that is known: how often each unknown counts in it. */
export type Sum = ReadonlyMap<string, number>;

/** More sets than this say no more. */
const enoughFound = 20;

type Cell = { readonly unknowns: string[]; readonly column: readonly number[] };
type Part = { readonly cells: readonly number[]; readonly size: number };

/**
 * Sets of fewer unknowns than the threshold whose sum follows from the known sums by any linear algebra: at most four
 * cells of unknowns that no sum tells apart. A set follows if every combination that vanishes on all sums vanishes on it.
 */
export function solvable(sums: readonly Sum[], threshold: number): string[][] {
  const cells = cellsOf(sums);
  const rows = sums.map((_, row) => cells.map(({ column }) => column[row]!));
  // Two combinations drawn by lot: a set whose sums are 0 in both is 0 in all, but once in 10^15.
  const reduced = eliminate(rows);
  const drawn = [vanishing(reduced, cells.length), vanishing(reduced, cells.length)] as const;
  const keyOf = (set: readonly number[], sign: 1 | -1) => {
    const [high, low] = drawn.map((vector) => {
      const sum = set.reduce((total, cell) => total + vector[cell]!, 0) % prime;
      return sign === 1 || sum === 0 ? sum : prime - sum;
    });
    return high! * prime + low!;
  };
  const parts = smallParts(cells, threshold);
  const byKey = new Map<number, Part[]>();
  for (const part of parts) {
    const key = keyOf(part.cells, 1);
    byKey.set(key, [...(byKey.get(key) ?? []), part]);
  }
  const found: string[][] = [];
  for (const part of parts)
    for (const rest of byKey.get(keyOf(part.cells, -1)) ?? []) {
      const set = [...part.cells, ...rest.cells];
      if (found.length === enoughFound) return found;
      if (set.length && new Set(set).size === set.length && part.size + rest.size < threshold)
        found.push(set.flatMap((cell) => cells[cell]!.unknowns));
    }
  return found;
}

/** Unknowns that count alike in every sum. */
function cellsOf(sums: readonly Sum[]): Cell[] {
  const found = new Map<string, Cell>();
  for (const unknown of new Set(sums.flatMap((sum) => [...sum.keys()]))) {
    const column = sums.map((sum) => sum.get(unknown) ?? 0);
    const key = column.join();
    const cell = found.get(key);
    if (cell) cell.unknowns.push(unknown);
    else found.set(key, { unknowns: [unknown], column });
  }
  return [...found.values()];
}

/** No cell, one, or two. */
function smallParts(cells: readonly Cell[], threshold: number): Part[] {
  const small = cells.flatMap(({ unknowns: { length: size } }, cell) =>
    size < threshold ? [{ cells: [cell], size }] : [],
  );
  const pairs = small.flatMap((one, i) =>
    small
      .slice(i + 1)
      .filter(({ size }) => size + one.size < threshold)
      .map((other) => ({
        cells: [...one.cells, ...other.cells],
        size: one.size + other.size,
      })),
  );
  return [{ cells: [], size: 0 }, ...small, ...pairs];
}

type Reduced = { readonly rows: number[][]; readonly pivots: readonly number[] };

function eliminate(rows: readonly (readonly number[])[]): Reduced {
  const left = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const top = pivots.length;
    const at = left.findIndex((row, i) => i >= top && row[column] !== 0);
    if (at < 0) continue;
    [left[top], left[at]] = [left[at]!, left[top]!];
    const factor = power(left[top]![column]!, prime - 2);
    left[top] = left[top]!.map((value) => (value * factor) % prime);
    for (const [i, row] of left.entries()) {
      const times = row[column]!;
      if (i === top || times === 0) continue;
      left[i] = row.map((value, c) => (value + (prime - times) * left[top]![c]!) % prime);
    }
    pivots.push(column);
  }
  return { rows: left.slice(0, pivots.length), pivots };
}

/** A combination of everything that vanishes on all rows, drawn by lot. */
function vanishing({ rows, pivots }: Reduced, width: number): number[] {
  const isPivot = new Set(pivots);
  const vector = Array.from({ length: width }, (_, column) =>
    isPivot.has(column) ? 0 : randomInt(1, prime),
  );
  const drawn = [...vector];
  for (const [row, pivot] of pivots.entries()) {
    const sum = rows[row]!.reduce(
      (total, value, column) => (total + value * drawn[column]!) % prime,
      0,
    );
    vector[pivot] = (prime - sum) % prime;
  }
  return vector;
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let [value, left] = [base, exponent]; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) result = (result * value) % prime;
    value = (value * value) % prime;
  }
  return result;
}
