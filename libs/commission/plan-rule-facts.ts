import { Membership, Member, Team } from '@laurel/people';
import { groupBy, type Day } from '@laurel/shared/core';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { RuleContext, RuledMember } from './core/index.js';
import { PlanAssignment } from './plan-assignment.entity.js';
import { PlanRule } from './plan-rule.entity.js';

/** Before every day there is. */
const always = '0001-01-01';

export type NamedMember = RuledMember & { readonly name: string; readonly currency: string };

type RoleSince = { memberId: string; from: Day; role: string; region: string | null };

/** The rules that hold, the oldest first. */
export const rulesOf = (tx: EntityManager): Promise<PlanRule[]> =>
  tx.find(PlanRule, { where: { removedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });

/** What rules ask about these people, or about everybody, by name. */
export async function ruledMembers(
  tx: EntityManager,
  ids: readonly string[] | null,
): Promise<NamedMember[]> {
  const some = ids && { memberId: In([...ids]) };
  const members = await tx.find(Member, {
    ...(ids && { where: { id: In([...ids]) } }),
    order: { name: 'ASC', id: 'ASC' },
  });
  const places = groupBy(await tx.find(Membership, { ...(some && { where: some }) }), byMember);
  const own = { ruleId: IsNull(), ...some };
  const assigned = groupBy(await tx.find(PlanAssignment, { where: own }), byMember);
  const roles = groupBy(await rolesSince(tx, ids), byMember);
  return members.map((member) => ({
    ...member,
    roles: rolesOf(member, roles.get(member.id) ?? []),
    places: places.get(member.id) ?? [],
    own: assigned.get(member.id) ?? [],
  }));
}

/** How the rules of an organisation are read. */
export async function ruleContext(tx: EntityManager): Promise<RuleContext> {
  const teams = await tx.find(Team);
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const upFrom = (id: string): string[] => {
    const path = new Set<string>();
    for (let at: string | null | undefined = id; at && !path.has(at); at = parents.get(at))
      path.add(at);
    return [...path];
  };
  const chains = new Map(teams.map(({ id }) => [id, upFrom(id)]));
  return { upFrom: (id) => chains.get(id) ?? [] };
}

const byMember = ({ memberId }: { memberId: string }): string => memberId;

/** What people were since when, of those who were something else before. */
const rolesSince = (tx: EntityManager, ids: readonly string[] | null): Promise<RoleSince[]> =>
  tx.query(
    `select member_id as "memberId", from_day as "from", role, region from member_role
     where $1::uuid[] is null or member_id = any($1) order by member_id, from_day`,
    [ids],
  );

const rolesOf = ({ role, region }: Member, since: readonly RoleSince[]): RuledMember['roles'] =>
  since.length
    ? since.map((each, i) => ({ ...each, to: since[i + 1]?.from ?? null }))
    : [{ role, region, from: always, to: null }];
