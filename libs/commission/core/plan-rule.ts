import { byCodePoint, type Day } from '@laurel/shared/core';

/** Puts everybody on a plan who is all that it names; what it leaves out (null) may be anything. */
export type PlanRule = {
  readonly id: string;
  readonly planId: string;
  readonly role: string | null;
  readonly teamId: string | null;
  /** Also those in teams below the team. */
  readonly below: boolean;
  readonly region: string | null;
  readonly from: Day;
  /** The first day on which it no longer holds; null is never. */
  readonly to: Day | null;
};

type Span = { readonly from: Day; readonly to: Day | null };

/** What is asked about somebody: what they were and where on which days, and on which they have a plan of their own. */
export type RuledMember = {
  readonly id: string;
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
  readonly roles: readonly (Span & { readonly role: string; readonly region: string | null })[];
  readonly places: readonly (Span & { readonly teamId: string })[];
  readonly own: readonly Span[];
};

/** What rules are read by: a team with all those above it, nearest first. */
export type RuleContext = {
  readonly upFrom: (teamId: string) => readonly string[];
};

export type RuledSpan = Span & { readonly rule: PlanRule };
/** Days on which two rules that name equally much put somebody on two plans. */
export type RuleConflict = Span & { readonly rules: readonly [PlanRule, PlanRule] };
export type RuledAssignment = {
  readonly spans: readonly RuledSpan[];
  readonly conflicts: readonly RuleConflict[];
};

const never = '9999-12-31';

/**
 * Which rule puts a member on a plan on which days. On days with a plan of their own none does. Of several the one that
 * names the lowest team wins, then one that names a region, then one that names a role; where they name equally much
 * and their plans differ that is a conflict, and the first of the list holds. A rule is for people from the day they come
 * to the day they leave, in whatever currency they are paid.
 */
export function assignedByRules(
  member: RuledMember,
  rules: readonly PlanRule[],
  context: RuleContext,
): RuledAssignment {
  const spans: RuledSpan[] = [];
  const conflicts: RuleConflict[] = [];
  for (const { from, to } of cut(member, rules)) {
    const [first, ...others] = holding(member, rules, from, context);
    if (!first) continue;
    extend(spans, { rule: first, from, to }, (a, b) => a.rule === b.rule);
    const second = others.find(
      (each) => each.planId !== first.planId && !compare(each, first, context),
    );
    if (second)
      extend(conflicts, { rules: [first, second], from, to }, ({ rules: a }, { rules: b }) =>
        a.every((rule, i) => rule === b[i]),
      );
  }
  return { spans, conflicts };
}

/** The rules that hold for the member on a day, the one that wins first; none on a day with a plan of their own. */
function holding(
  member: RuledMember,
  rules: readonly PlanRule[],
  day: Day,
  context: RuleContext,
): PlanRule[] {
  if (!isHere(member, day) || member.own.some((span) => covers(span, day))) return [];
  const was = member.roles.find((span) => covers(span, day));
  const teams = member.places.filter((span) => covers(span, day)).map(({ teamId }) => teamId);
  return rules
    .filter((rule) => covers(rule, day) && isFor(rule, was, teams, context))
    .sort((a, b) => compare(a, b, context));
}

function isFor(
  { role, region, teamId, below }: PlanRule,
  was: { role: string; region: string | null } | undefined,
  teams: readonly string[],
  { upFrom }: RuleContext,
): boolean {
  if (!was || (role !== null && role !== was.role)) return false;
  if (region !== null && region !== was.region) return false;
  return (
    teamId === null || teams.some((id) => (below ? upFrom(id).includes(teamId) : id === teamId))
  );
}

/** Below 0 where the first names more than the second. */
function compare(a: PlanRule, b: PlanRule, { upFrom }: RuleContext): number {
  const depth = ({ teamId }: PlanRule) => (teamId === null ? 0 : upFrom(teamId).length);
  const names = (text: string | null) => (text === null ? 0 : 1);
  return depth(b) - depth(a) || names(b.region) - names(a.region) || names(b.role) - names(a.role);
}

const isHere = ({ hiredOn, leftOn }: RuledMember, day: Day): boolean =>
  (hiredOn === null || hiredOn <= day) && (leftOn === null || day < leftOn);

const covers = ({ from, to }: Span, day: Day): boolean => from <= day && (to === null || day < to);

/** The days of the rules, cut on every day on which the answer may change. */
function cut(member: RuledMember, rules: readonly PlanRule[]): Span[] {
  const spans: Span[] = [...rules, ...member.roles, ...member.places, ...member.own];
  const first = rules.map(({ from }) => from).toSorted(byCodePoint)[0];
  if (first === undefined) return [];
  const days = [
    ...spans.flatMap(({ from, to }) => [from, to ?? never]),
    member.hiredOn ?? first,
    member.leftOn ?? never,
  ];
  const edges = [...new Set(days.filter((day) => day >= first))].toSorted(byCodePoint);
  return edges.slice(1).map((end, i) => ({ from: edges[i]!, to: end === never ? null : end }));
}

/** Adds days, or makes the last ones longer where they say the same and the days follow each other. */
function extend<S extends Span>(all: S[], next: S, same: (a: S, b: S) => boolean): void {
  const last = all.at(-1);
  if (last && last.to === next.from && same(last, next))
    all[all.length - 1] = { ...last, to: next.to };
  else all.push(next);
}

/** The first day on which another plan holds by the one list than by the other; undefined when there is none. */
export function firstDifference(
  before: readonly (Span & { readonly planId: string })[],
  after: readonly (Span & { readonly planId: string })[],
): Day | undefined {
  const planOn = (all: typeof before, day: Day) => all.find((span) => covers(span, day))?.planId;
  const edges = [...before, ...after].flatMap(({ from, to }) => [from, ...(to ? [to] : [])]);
  return edges.toSorted(byCodePoint).find((day) => planOn(before, day) !== planOn(after, day));
}
