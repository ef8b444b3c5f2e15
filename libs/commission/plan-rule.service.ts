import { Credits } from '@laurel/credit';
import { Team } from '@laurel/people';
import { currentActor, Database, Outbox, Problem } from '@laurel/shared';
import { byCodePoint, type Day, groupBy } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { assignedByRules, firstDifference, type RuledAssignment } from './core/index.js';
import { PartitionsDue } from './partitions-due.service.js';
import { PlanAssignment } from './plan-assignment.entity.js';
import { ruleContext, type NamedMember, ruledMembers, rulesOf } from './plan-rule-facts.js';
import { PlanRule, type PlanRuleInput, type PlanRulePreview } from './plan-rule.entity.js';
import { Plan } from './plan.entity.js';
import { unknownPlan } from './plan.service.js';

/** People that a preview names at most. */
const shown = 200;

/** Who is put on which plan by rules, and keeping the assignments equal to what the rules say. */
@Injectable()
export class PlanRules {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly due: PartitionsDue,
    private readonly credits: Credits,
  ) {}

  /** What the rule would do if it were saved. */
  preview(input: PlanRuleInput): Promise<PlanRulePreview> {
    return this.database.transaction(async (tx) => previewOf(tx, (await draftOf(tx, input)).draft));
  }

  /** Adds a rule, changes it or brings it back; refuses one that another contradicts. The people follow soon after. */
  save(input: PlanRuleInput): Promise<PlanRule> {
    return this.database.transaction(async (tx) => {
      // One change of rules at a time, so that two cannot contradict each other unseen.
      await tx.query(`select from organization for no key update`);
      const { draft, isNew } = await draftOf(tx, input);
      await refuseConflicts(tx, await previewOf(tx, draft));
      if (isNew) await tx.insert(PlanRule, draft);
      else await tx.update(PlanRule, { id: draft.id }, { ...draft, removedAt: null });
      await this.outbox.emit(tx, 'plan.assign', { why: 'rule' });
      return tx.findOneByOrFail(PlanRule, { id: draft.id });
    });
  }

  /** Takes a rule away, as if it had never been. False when there is none. */
  remove(id: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const where = { id, removedAt: IsNull() };
      const { affected } = await tx.update(PlanRule, where, { removedAt: new Date() });
      if (affected) await this.outbox.emit(tx, 'plan.assign', { why: 'rule' });
      return Boolean(affected);
    });
  }

  /** Makes the assignments of these people, or of everybody, those that the rules say; their pay is computed again. */
  async follow(tx: EntityManager, memberIds: readonly string[] | null = null): Promise<void> {
    const where = { ruleId: Not(IsNull()), ...(memberIds && { memberId: In([...memberIds]) }) };
    const before = await tx.find(PlanAssignment, { where });
    const rules = await rulesOf(tx);
    if (!rules.length && !before.length) return;
    const context = await ruleContext(tx);
    const members = await ruledMembers(tx, memberIds);
    const after = members.flatMap(({ id: memberId, ...member }) =>
      assignedByRules({ id: memberId, ...member }, rules, context).spans.map(
        ({ rule, from, to }) => ({ memberId, planId: rule.planId, ruleId: rule.id, from, to }),
      ),
    );
    await store(tx, before, after);
    const changed = changedSince(before, after);
    const [first] = [...changed.keys()].toSorted(byCodePoint);
    if (first !== undefined) await this.credits.redate(tx, first);
    for (const [from, payeeIds] of changed) await this.due.announceAssigned(tx, payeeIds, from);
  }
}

type Assigned = Pick<PlanAssignment, 'memberId' | 'planId' | 'ruleId' | 'from' | 'to'>;

const keyOf = ({ memberId, planId, ruleId, from, to }: Assigned): string =>
  [memberId, planId, ruleId, from, to].join('|');

/** Writes the differences only. */
async function store(
  tx: EntityManager,
  before: readonly PlanAssignment[],
  after: readonly Assigned[],
): Promise<void> {
  const [known, wanted] = [before, after].map((all) => new Set(all.map(keyOf)));
  const gone = before.filter((each) => !wanted!.has(keyOf(each))).map(({ id }) => id);
  const added = after.filter((each) => !known!.has(keyOf(each)));
  if (gone.length) await tx.query(`delete from plan_assignment where id = any($1)`, [gone]);
  if (added.length)
    await tx.query(
      `insert into plan_assignment (member_id, plan_id, rule_id, from_day, to_day)
       select * from jsonb_to_recordset($1) as due ("memberId" uuid, "planId" uuid, "ruleId" uuid, "from" date, "to" date)`,
      [JSON.stringify(added)],
    );
}

/** Those who are on another plan now, by the first day on which they are. */
function changedSince(before: readonly Assigned[], after: readonly Assigned[]): Map<Day, string[]> {
  const [was, is] = [before, after].map((all) => groupBy(all, ({ memberId }) => memberId));
  const found = [...new Set([...was!.keys(), ...is!.keys()])].flatMap((memberId) => {
    const day = firstDifference(was!.get(memberId) ?? [], is!.get(memberId) ?? []);
    return day === undefined ? [] : [{ memberId, day }];
  });
  const byDay = groupBy(found, ({ day }) => day);
  return new Map([...byDay].map(([day, all]) => [day, all.map(({ memberId }) => memberId)]));
}

/** The rule as it is wished. Refuses unknown plans and teams, and days in the wrong order. */
async function draftOf(
  tx: EntityManager,
  input: PlanRuleInput,
): Promise<{ draft: PlanRule; isNew: boolean }> {
  const { id, planId, role = null, teamId = null, below, from, to = null } = input;
  if (!(await tx.existsBy(Plan, { id: planId }))) throw unknownPlan();
  if (teamId && !(await tx.existsBy(Team, { id: teamId })))
    throw new Problem('NOT_FOUND', 'There is no such team here.', { field: 'teamId' });
  if (to && to <= from)
    throw new Problem('BAD_VALUE', 'The rule must end after it starts.', { field: 'to' });
  const known = id ? await tx.findOneBy(PlanRule, { id, planId }) : null;
  if (id && !known) throw new Problem('NOT_FOUND', 'This plan has no such rule.', { field: 'id' });
  const region = input.region?.trim() || null;
  const wish = { planId, role, teamId, below, region, from, to };
  const fresh = { id: crypto.randomUUID(), createdBy: currentActor().memberId };
  return { draft: Object.assign(new PlanRule(), known ?? fresh, wish), isNew: !known };
}

/** Where the rule stands among the others: where it stood, or last. */
async function withDraft(tx: EntityManager, draft: PlanRule): Promise<PlanRule[]> {
  const rules = await rulesOf(tx);
  return rules.some(({ id }) => id === draft.id)
    ? rules.map((each) => (each.id === draft.id ? draft : each))
    : [...rules, draft];
}

async function previewOf(tx: EntityManager, draft: PlanRule): Promise<PlanRulePreview> {
  const rules = await withDraft(tx, draft);
  const context = await ruleContext(tx);
  const members = await ruledMembers(tx, null);
  const isIts = ({ spans }: RuledAssignment) => spans.some(({ rule }) => rule === draft);
  const placed = members.map((member) => ({
    member,
    ...assignedByRules(member, rules, context),
  }));
  const others = placed.filter((each) => !isIts(each)).map(({ member }) => member);
  const wouldBeFor = (member: NamedMember) =>
    isIts(assignedByRules({ ...member, own: [] }, [draft], context));
  const kept = others.filter((each) => each.own.length && wouldBeFor(each));
  const its = placed.filter(isIts);
  const currencies = await currenciesOf(tx, draft.planId);
  const foreign = its.filter(({ member }) => !currencies.has(member.currency));
  const rows = its.map(({ member, spans }) => {
    const own = spans.filter(({ rule }) => rule === draft);
    return { memberId: member.id, from: own[0]!.from, to: own.at(-1)!.to };
  });
  const first = rows.slice(0, shown);
  const before = await plansBefore(tx, first, draft.id);
  return {
    rows: first.map((row) => ({ ...row, beforeId: before.get(row.memberId) ?? null })),
    total: rows.length,
    kept: kept.length,
    foreign: foreign.length,
    conflicts: placed.flatMap(({ member, conflicts }) => conflictsOf(draft, member, conflicts)),
  };
}

async function currenciesOf(tx: EntityManager, planId: string): Promise<Set<string>> {
  const rows: { currency: string }[] = await tx.query(
    `select distinct document ->> 'currency' as currency from plan_version where plan_id = $1`,
    [planId],
  );
  return new Set(rows.map(({ currency }) => currency));
}

const conflictsOf = (
  draft: PlanRule,
  { id: memberId }: NamedMember,
  conflicts: RuledAssignment['conflicts'],
) =>
  conflicts
    .filter(({ rules }) => rules.includes(draft))
    .map(({ rules, from, to }) => {
      const { planId } = rules.find((rule) => rule !== draft)!;
      return { memberId, planId, from, to };
    });

/** By whom people are paid now on the first day on which the rule is for them; not by the rule itself. */
async function plansBefore(
  tx: EntityManager,
  rows: readonly { memberId: string; from: Day }[],
  ruleId: string,
): Promise<Map<string, string>> {
  const found: { memberId: string; planId: string }[] = await tx.query(
    `select asked."memberId", plan_id as "planId"
     from jsonb_to_recordset($1) as asked ("memberId" uuid, "from" date)
     join plan_assignment on member_id = asked."memberId" and from_day <= asked."from"
       and (to_day is null or to_day > asked."from") and rule_id is distinct from $2`,
    [JSON.stringify(rows), ruleId],
  );
  return new Map(found.map(({ memberId, planId }) => [memberId, planId]));
}

async function refuseConflicts(tx: EntityManager, { conflicts }: PlanRulePreview): Promise<void> {
  const [first] = conflicts.toSorted((a, b) => byCodePoint(a.from, b.from));
  if (!first) return;
  const [{ member, plan }]: [{ member: string; plan: string }] = await tx.query(
    `select member.name as member, plan.name as plan from member, plan
     where member.id = $1 and plan.id = $2`,
    [first.memberId, first.planId],
  );
  throw new Problem(
    'PLAN_RULE_CONFLICT',
    `From ${first.from} on, another rule that names as much puts ${member} on the plan "${plan}" (${conflicts.length} conflict(s)). End that one, or name a team or a region in one of the two.`,
    { field: 'from', member, plan, day: first.from, count: conflicts.length },
  );
}
