import { Credits } from '@laurel/credit';
import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PartitionsDue } from './partitions-due.service.js';
import { PlanAssignment } from './plan-assignment.entity.js';
import { PlanRules } from './plan-rule.service.js';
import { Plan } from './plan.entity.js';
import { unknownPlan } from './plan.service.js';

export type AssignmentDraft = {
  planId: string;
  memberIds: string[];
  from: string;
  to?: string | null;
};

/** Who is paid by which plan, and when. Nobody is paid by two plans at once. */
@Injectable()
export class PlanAssignments {
  constructor(
    private readonly database: Database,
    private readonly due: PartitionsDue,
    private readonly rules: PlanRules,
    private readonly credits: Credits,
  ) {}

  /**
   * Assigns people to a plan from a day on. Their earlier assignments by name end on that day, and those that
   * would have started within the new one are replaced by it; rules give way on its days. Their pay is computed again.
   */
  assign(draft: AssignmentDraft): Promise<Plan> {
    return this.database.transaction(async (tx) => {
      const plan = await tx.findOneBy(Plan, { id: draft.planId });
      if (!plan) throw unknownPlan();
      await check(tx, draft);
      await makeRoom(tx, draft);
      const { planId, memberIds, from, to = null } = draft;
      const members = [...new Set(memberIds)];
      await tx.query(
        `delete from plan_assignment where member_id = any($1) and rule_id is not null`,
        [members],
      );
      await tx.insert(
        PlanAssignment,
        members.map((memberId) => ({ planId, memberId, from, to })),
      );
      await this.credits.redate(tx, from);
      await this.rules.follow(tx, members);
      await this.due.announceAssigned(tx, members, from);
      return plan;
    });
  }
}

async function check(tx: EntityManager, { memberIds, from, to }: AssignmentDraft): Promise<void> {
  if (to && to <= from)
    throw new Problem('BAD_VALUE', 'The assignment must end after it starts.', { field: 'to' });
  const known: object[] = await tx.query(`select from member where id = any($1)`, [memberIds]);
  if (known.length < new Set(memberIds).size)
    throw new Problem('UNKNOWN_MEMBER', 'One of these people does not exist.', {
      field: 'memberIds',
    });
}

/** Ends or removes what the members were assigned to at the same time. */
async function makeRoom(
  tx: EntityManager,
  { memberIds, from, to }: AssignmentDraft,
): Promise<void> {
  await tx.query(
    `delete from plan_assignment
     where member_id = any($1) and rule_id is null and from_day >= $2 and ($3::date is null or from_day < $3)`,
    [memberIds, from, to ?? null],
  );
  await tx.query(
    `update plan_assignment set to_day = $2
     where member_id = any($1) and rule_id is null and from_day < $2 and (to_day is null or to_day > $2)`,
    [memberIds, from],
  );
}
