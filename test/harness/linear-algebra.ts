import { randomInt } from 'node:crypto';

const prime = 94_906_249;

/**
 * Sets of at most four cells with fewer people than the threshold whose sum follows from the known sums: those
 * that every combination which vanishes on all known sums vanishes on, too. `sums` names the cells of each.
 */
export function solvable(
  sums: readonly ReadonlySet<number>[],
  people: readonly number[],
  threshold: number,
): number[][] {
  const rows = sums.map((set) => people.map((_, cell) => (set.has(cell) ? 1 : 0)));
  const basis = vanishing(rows, people.length);
  // Two combinations drawn by lot: a set whose sums are 0 in both is 0 in all, but once in 10^15.
  const [one, other] = [mixed(basis, people.length), mixed(basis, people.length)];
  const trace = (set: readonly number[], sign: 1 | -1) =>
    [one, other]
      .map((vector) => {
        const sum = set.reduce((total, cell) => total + vector[cell]!, 0) % prime;
        return sign === 1 ? sum : (prime - sum) % prime;
      })
      .join();
  const small = people.flatMap((count, cell) => (count < threshold ? [cell] : []));
  const pairs = small.flatMap((a, i) => small.slice(i + 1).map((b) => [a, b]));
  const parts = [[], ...small.map((cell) => [cell]), ...pairs];
  const byTrace = new Map<string, number[][]>();
  for (const part of parts) {
    const known = byTrace.get(trace(part, 1));
    if (known) known.push(part);
    else byTrace.set(trace(part, 1), [part]);
  }
  return parts
    .flatMap((part) => (byTrace.get(trace(part, -1)) ?? []).map((rest) => [...part, ...rest]))
    .filter((set) => set.length > 0 && new Set(set).size === set.length)
    .filter((set) => set.reduce((sum, cell) => sum + people[cell]!, 0) < threshold);
}

const mixed = (basis: readonly (readonly number[])[], width: number): number[] => {
  const weights = basis.map(() => randomInt(1, prime));
  return Array.from({ length: width }, (_, cell) =>
    basis.reduce((sum, vector, i) => (sum + vector[cell]! * weights[i]!) % prime, 0),
  );
};

/** A basis of what is orthogonal to every row, in the field of so many numbers. */
function vanishing(rows: readonly (readonly number[])[], width: number): number[][] {
  const left = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width; column++) {
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
  const free = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !pivots.includes(column),
  );
  return free.map((column) => {
    const vector = Array.from({ length: width }, () => 0);
    vector[column] = 1;
    for (const [row, pivot] of pivots.entries())
      vector[pivot] = (prime - left[row]![column]!) % prime;
    return vector;
  });
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let [value, left] = [base, exponent]; left > 0; left = Math.floor(left / 2)) {
    if (left % 2) result = (result * value) % prime;
    value = (value * value) % prime;
  }
  return result;
}
