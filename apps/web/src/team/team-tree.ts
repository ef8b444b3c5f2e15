type Node = { readonly id: string; readonly name: string; readonly parentId: string | null };

/** A team with how deep it lies in the tree: 0 at the top. */
export type Placed<Team> = { readonly team: Team; readonly depth: number };

/** Teams in the order of a tree: each under the one it belongs to, by name. */
export function treeOf<Team extends Node>(teams: readonly Team[]): Placed<Team>[] {
  const known = new Set(teams.map(({ id }) => id));
  const sorted = teams.toSorted((a, b) => a.name.localeCompare(b.name));
  const below = (parentId: string | null, depth: number): Placed<Team>[] =>
    sorted
      .filter((team) => parentOf(team, known) === parentId)
      .flatMap((team) => [{ team, depth }, ...below(team.id, depth + 1)]);
  return below(null, 0);
}

/** A team whose parent is not among those given stands at the top. */
const parentOf = ({ parentId }: Node, known: ReadonlySet<string>): string | null =>
  parentId !== null && known.has(parentId) ? parentId : null;
