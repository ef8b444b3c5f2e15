export const dimensions = ['all', 'team', 'role', 'region', 'tenure'] as const;
/** What a slice is cut by; results are cut by one at a time. */
export type Dimension = (typeof dimensions)[number];

/** A group of a wave, frozen at launch: everybody, a team with those below it, a role, a region, a tenure. */
export type Group = {
  readonly id: string;
  readonly dimension: Dimension;
  readonly name: string;
  /** The group that this one is part of; null for everybody. */
  readonly parent: string | null;
};

/** Somebody who counts, by the smallest groups of each dimension that hold them. */
export type Unit = { readonly groups: readonly string[] };

/** How many of each measure stand in each group; people who stand in the same groups are one cell. */
export type Cells = {
  readonly counts: readonly number[];
  /** Positions of the cells of each group. */
  readonly of: ReadonlyMap<string, readonly number[]>;
};

/** Puts people into cells; a group also holds everybody of the groups below it. */
export function cellsOf(groups: readonly Group[], units: readonly Unit[]): Cells {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const tally = new Map<string, number>();
  for (const unit of units) {
    const key = [...unit.groups].sort().join('|');
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  const of = new Map<string, number[]>(groups.map(({ id }) => [id, []]));
  [...tally.keys()].forEach((key, cell) => {
    for (const id of withAncestors(key.split('|'), parents)) of.get(id)?.push(cell);
  });
  return { counts: [...tally.values()], of };
}

/** Every group that holds somebody. */
export function withAncestors(
  ids: readonly string[],
  parents: ReadonlyMap<string, string | null>,
): Set<string> {
  const found = new Set<string>();
  for (const start of ids)
    for (let id: string | null | undefined = start; id && !found.has(id); id = parents.get(id))
      found.add(id);
  return found;
}

export const sizeOf = ({ counts, of }: Cells, group: string): number =>
  (of.get(group) ?? []).reduce((sum, cell) => sum + counts[cell]!, 0);

/** How many are in the one group and not in the other. */
export function differenceOf({ counts, of }: Cells, one: string, other: string): number {
  const without = new Set(of.get(other));
  return (of.get(one) ?? []).reduce(
    (sum, cell) => (without.has(cell) ? sum : sum + counts[cell]!),
    0,
  );
}
