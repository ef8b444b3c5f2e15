import { contains, groupBy, type Day } from '@laurel/shared/core';
import type { Span } from './membership.js';

export type TeamNode = { readonly id: string; readonly parentId: string | null };
export type MemberSpan = Span & { readonly memberId: string };
/** A manager and how many steps above somebody: 1 is the direct one. */
export type Superior = { readonly memberId: string; readonly level: number };

/** Who leads whom on which day; built once, asked often. */
export type TeamTree = {
  /** Everybody above a member on a day, nearest first; each once, never the member. */
  managersOf: (memberId: string, day: Day) => Superior[];
  /** Everybody below a manager on a day: the members of their teams and all of the teams below. */
  reportsOf: (managerId: string, day: Day) => Set<string>;
  /** A team and all teams below it. */
  withTeamsBelow: (teamId: string) => Set<string>;
};

/** Reads the tree of teams and the dated memberships. A team above itself ends the climb. */
export function teamTree(teams: readonly TeamNode[], spans: readonly MemberSpan[]): TeamTree {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const children = groupBy(teams, ({ parentId }) => parentId ?? '');
  const byMember = groupBy(spans, ({ memberId }) => memberId);
  const byTeam = groupBy(spans, ({ teamId }) => teamId);

  const climb = (teamId: string): string[] => ancestry(parents, teamId);
  const descend = (teamId: string): Set<string> => {
    const found = new Set([teamId]);
    for (const id of found) for (const child of children.get(id) ?? []) found.add(child.id);
    return found;
  };
  const placesOf = (memberId: string, day: Day) =>
    (byMember.get(memberId) ?? []).filter((span) => contains(span, day));
  const peopleOf = (teamId: string, day: Day) =>
    (byTeam.get(teamId) ?? []).filter((span) => contains(span, day));

  return {
    managersOf: (memberId, day) => {
      const levels = new Map<string, number>();
      for (const place of placesOf(memberId, day))
        teamsAbove(place, climb(place.teamId)).forEach((teamId, step) => {
          for (const { memberId: other, position } of peopleOf(teamId, day))
            if (position === 'manager' && other !== memberId)
              levels.set(other, Math.min(step + 1, levels.get(other) ?? Infinity));
        });
      return [...levels].map(([id, level]) => ({ memberId: id, level })).sort(nearestFirst);
    },
    reportsOf: (managerId, day) => {
      const found = new Set<string>();
      for (const { teamId, position } of placesOf(managerId, day))
        if (position === 'manager')
          for (const below of descend(teamId))
            for (const span of peopleOf(below, day))
              if (below !== teamId || span.position === 'member') found.add(span.memberId);
      found.delete(managerId);
      return found;
    },
    withTeamsBelow: descend,
  };
}

/** Would this parent put the team below itself? */
export function makesCycle(
  teams: readonly TeamNode[],
  id: string,
  parentId: string | null,
): boolean {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]));
  return parentId !== null && ancestry(parents, parentId).includes(id);
}

/** A team's own members answer to its managers; its managers answer to those of the team above. */
const teamsAbove = ({ position }: Span, teamAndAncestors: string[]): string[] =>
  position === 'member' ? teamAndAncestors : teamAndAncestors.slice(1);

function ancestry(parents: ReadonlyMap<string, string | null>, teamId: string): string[] {
  const path = new Set<string>();
  for (let id: string | null | undefined = teamId; id && !path.has(id); id = parents.get(id))
    path.add(id);
  return [...path];
}

const nearestFirst = (a: Superior, b: Superior): number =>
  a.level - b.level || (a.memberId < b.memberId ? -1 : 1);
