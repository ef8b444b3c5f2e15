import type { Group } from './cell.js';
import { withAncestors } from './cell.js';
import { figuresOf, type Asked } from './figures.js';
import type { Sheet } from './sheet.js';
import type { Rules } from './suppression.js';

const threshold = 5;
const questions: Asked[] = [
  { id: 'a', kind: 'zeroToTen', driver: null, positive: true, options: [] },
  { id: 'b', kind: 'agreement', driver: 'team', positive: true, options: [] },
];

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** An organisation of two levels of teams of any size, with roles and regions across them. */
function organisation(seed: number) {
  const next = numbers(seed);
  const size = [30, 60, 150, 400][seed % 4]!;
  const group = (id: string, dimension: Group['dimension'], parent: string | null): Group => ({
    id,
    dimension,
    name: id,
    parent,
  });
  const divisions = Array.from({ length: 2 + next(3) }, (_, i) => `d${i}`);
  const teams = divisions.flatMap((division) =>
    Array.from({ length: 1 + next(5) }, (_, i) => ({ id: `${division}.t${i}`, division })),
  );
  const roles = ['rep', 'manager', 'finance'];
  const regions = ['north', 'south', 'east', 'west'];
  const groups = [
    group('all', 'all', null),
    ...divisions.map((id) => group(id, 'team', 'all')),
    ...teams.map(({ id, division }) => group(id, 'team', division)),
    ...roles.map((id) => group(id, 'role', 'all')),
    ...regions.map((id) => group(id, 'region', 'all')),
  ];
  const invited = Array.from({ length: size }, () => ({
    groups: [
      next(20) ? teams[next(next(teams.length) + 1)]!.id : divisions[next(divisions.length)]!,
      next(8) ? 'rep' : roles[next(3)]!,
      regions[next(4)]!,
    ],
  }));
  const sheets = invited
    .filter(() => next(4) > 0)
    .map((unit): Sheet => ({
      ...unit,
      scores: {
        ...(next(15) && { a: next(11) }),
        ...(next(15) && { b: 1 + next(5) }),
      },
      comments: {},
      mailboxes: {},
    }));
  return { groups, questions, invited, sheets, threshold };
}

type Row = bigint[];

/** Rows over cells of people whom no group tells apart, for each figure: what was published together. */
function published(seed: number, rules: Rules) {
  const wave = organisation(seed);
  const parents = new Map(wave.groups.map(({ id, parent }) => [id, parent]));
  const figures = figuresOf(wave, rules);
  return ['participation', 'a', 'b'].map((item) => {
    const shown = figures.filter((figure) => figure.item === item).map(({ groupId }) => groupId);
    const sizes = new Map<string, number>();
    for (const sheet of wave.sheets) {
      if (item !== 'participation' && !(item in sheet.scores)) continue;
      const within = withAncestors(sheet.groups, parents);
      const key = shown.map((id) => (within.has(id) ? 1 : 0)).join('');
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    const keys = [...sizes.keys()];
    const rows = shown.map((_, row) => keys.map((key) => BigInt(key[row]!)));
    return { rows, sizes: [...sizes.values()] };
  });
}

/** Reduces rows exactly, over whole numbers. */
function reduced(rows: readonly Row[]): Row[] {
  const left = rows.map((row) => [...row]);
  let top = 0;
  for (let column = 0; column < (left[0]?.length ?? 0) && top < left.length; column++) {
    const at = left.findIndex((row, i) => i >= top && row[column] !== 0n);
    if (at < 0) continue;
    [left[top], left[at]] = [left[at]!, left[top]!];
    const pivot = left[top]!;
    for (const [i, row] of left.entries()) {
      const factor = row[column]!;
      if (i === top || factor === 0n) continue;
      for (let c = 0; c < row.length; c++) row[c] = row[c]! * pivot[column]! - factor * pivot[c]!;
      simplify(row);
    }
    top++;
  }
  return left.slice(0, top);
}

function simplify(row: Row): void {
  let divisor = 0n;
  for (const value of row)
    for (let [a, b] = [divisor, value < 0n ? -value : value]; ; [a, b] = [b, a % b])
      if (b === 0n) {
        divisor = a;
        break;
      }
  if (divisor > 1n) for (let c = 0; c < row.length; c++) row[c] = row[c]! / divisor;
}

/** Sets of fewer people than the threshold whose sum follows from the rows: one cell, two or three of them. */
function victims({ rows, sizes }: { rows: Row[]; sizes: number[] }): number[][] {
  const rank = reduced(rows).length;
  const small = sizes.flatMap((size, cell) => (size < threshold ? [cell] : []));
  const pairs = small.flatMap((one, i) => small.slice(i + 1).map((other) => [one, other]));
  const threes = pairs.flatMap(([one, other]) =>
    small.filter((third) => third > other!).map((third) => [one!, other!, third]),
  );
  const sets = [...small.map((cell) => [cell]), ...pairs, ...threes.slice(0, 300)];
  return sets
    .filter((set) => set.reduce((sum, cell) => sum + sizes[cell]!, 0) < threshold)
    .filter((set) => {
      const wanted = sizes.map((_, cell) => (set.includes(cell) ? 1n : 0n));
      return reduced([...rows, wanted]).length === rank;
    });
}

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const found = (seed: number, rules: Rules) =>
  published(seed, rules).flatMap((facts) => (facts.rows.length ? victims(facts) : []));

describe('linear algebra over everything a wave publishes', () => {
  it.each(seeds)('finds nobody in organisation %i', (seed) => {
    expect(found(seed, {})).toEqual([]);
  });

  it('tells something all the same', () => {
    const told = seeds.slice(0, 8).map((seed) => published(seed, {})[1]!.rows.length);
    expect(told.filter((rows) => rows > 1).length).toBeGreaterThan(4);
  });

  it('would find people without the remainder rule', () => {
    const off = { remainder: false, overlap: false };
    const counts = seeds.slice(0, 8).map((seed) => found(seed, off).length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(3);
  });
});
