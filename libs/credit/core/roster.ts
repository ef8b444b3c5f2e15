import { contains, type Day, groupBy } from '@laurel/shared/core';

export type Team = { readonly id: string; readonly parentId: string | null };

/** Who belonged to or managed which team, from a day (in) to a day (out; null is still). */
export type Membership = {
  readonly teamId: string;
  readonly memberId: string;
  readonly position: 'member' | 'manager';
  readonly from: Day;
  readonly to: Day | null;
};

/** Answers who stood above whom on a day. */
export type Roster = {
  /** Level 1 are the managers of the member's own team, level 2 those of the team above, and so on. */
  readonly managersOf: (memberId: string, day: Day) => ReadonlyMap<string, number>;
};

/** The team tree with its dated memberships, indexed once for any number of questions. */
export function roster(teams: readonly Team[], memberships: readonly Membership[]): Roster {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const byMember = groupBy(memberships, ({ memberId }) => memberId);
  const managers = groupBy(
    memberships.filter(({ position }) => position === 'manager'),
    ({ teamId }) => teamId,
  );
  const above = (teamId: string, day: Day) =>
    upwards(teamId, parents).flatMap((at, depth) =>
      (managers.get(at) ?? [])
        .filter((manager) => contains(manager, day))
        .map(({ memberId }) => ({ memberId, level: depth + 1 })),
    );
  return {
    managersOf(memberId, day) {
      const teamIds = ownTeams(byMember.get(memberId) ?? [], day);
      const standing = teamIds.flatMap((teamId) => above(teamId, day));
      return lowestLevels(standing.filter((manager) => manager.memberId !== memberId));
    },
  };
}

/** The teams a member sells in; one who only manages counts as part of the team managed. */
function ownTeams(memberships: readonly Membership[], day: Day): string[] {
  const present = memberships.filter((membership) => contains(membership, day));
  const asMember = present.filter(({ position }) => position === 'member');
  return (asMember.length ? asMember : present).map(({ teamId }) => teamId);
}

/** The team and those above it; a loop in the tree ends where it began. */
function upwards(teamId: string, parents: ReadonlyMap<string, string | null>): string[] {
  const path = new Set<string>();
  for (let at: string | null | undefined = teamId; at && !path.has(at); at = parents.get(at))
    path.add(at);
  return [...path];
}

function lowestLevels(
  managers: readonly { memberId: string; level: number }[],
): Map<string, number> {
  const levels = new Map<string, number>();
  for (const { memberId, level } of managers)
    levels.set(memberId, Math.min(level, levels.get(memberId) ?? level));
  return levels;
}
