import { allows, widestRelation, type Relation, type Scope } from '../core/permission-reach.js';
import { currentActor, type Actor } from './actor.js';
import { Problem } from './problem.js';

/** How far the current actor may see through a field: own, reports, or all; refuses when not at all. */
export function scopeOf(coordinate: string): Exclude<Scope, 'none'> {
  const scope = widestRelation(coordinate, currentActor().role, currentActor().hr);
  if (scope === 'none') throw forbidden(coordinate);
  return scope;
}

/** Members whose rows the current actor may see through a field. */
export function visibleMemberIds(coordinate: string): string[] | 'all' {
  const actor = currentActor();
  const scope = scopeOf(coordinate);
  if (scope === 'all') return 'all';
  return scope === 'own' ? [actor.memberId] : [actor.memberId, ...actor.reportIds];
}

/** How the actor stands to the person a row belongs to. */
export const relationTo = (actor: Actor, memberId: string): Relation =>
  memberId === actor.memberId ? 'own' : actor.reportIds.has(memberId) ? 'report' : 'peer';

/** May the current actor use the field for this member? */
export function maySee(coordinate: string, memberId: string): boolean {
  const actor = currentActor();
  return allows(widestRelation(coordinate, actor.role, actor.hr), relationTo(actor, memberId));
}

/** Refuses unless the current actor may use the field for this member. */
export function assertMaySee(coordinate: string, memberId: string): void {
  if (!maySee(coordinate, memberId)) throw forbidden(coordinate);
}

export const forbidden = (coordinate: string): Problem =>
  new Problem('FORBIDDEN', 'You do not have access to this. Ask an administrator if you need it.', {
    field: coordinate,
  });
