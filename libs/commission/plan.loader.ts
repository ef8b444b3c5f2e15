import { keyedBy, listedBy, Loader } from '@laurel/people';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { PlanAssignment } from './plan-assignment.entity.js';
import { rulesOf } from './plan-rule-facts.js';
import { PlanRule } from './plan-rule.entity.js';
import { PlanVersion } from './plan-version.entity.js';
import { Plan } from './plan.entity.js';
import { unknownPlan } from './plan.service.js';

/** Plans with what belongs to them, for nested fields: one statement each for all of a request. */
@Injectable()
export class PlanLoader {
  private readonly byId = new Loader((ids) => this.findPlans(ids));
  private readonly versionById = new Loader((ids) => this.findVersions(ids));
  private readonly versionLists = new Loader((planIds) => this.listVersions(planIds));
  private readonly assignmentLists = new Loader((planIds) => this.listAssignments(planIds));
  private readonly ruleLists = new Loader((planIds) => this.listRules(planIds));
  private readonly ruleById = new Loader((ids) => this.findRules(ids));

  constructor(private readonly database: Database) {}

  async plan(id: string): Promise<Plan> {
    return existing(await this.byId.load(id));
  }

  async version(id: string): Promise<PlanVersion> {
    return existing(await this.versionById.load(id));
  }

  /** A plan's versions, newest first. */
  async versionsOf(planId: string): Promise<PlanVersion[]> {
    return (await this.versionLists.load(planId)) ?? [];
  }

  /** Who is or was assigned to a plan, in the order they started. */
  async assignmentsOf(planId: string): Promise<PlanAssignment[]> {
    return (await this.assignmentLists.load(planId)) ?? [];
  }

  /** The rules that put people on a plan, the oldest first. */
  async rulesOf(planId: string): Promise<PlanRule[]> {
    return (await this.ruleLists.load(planId)) ?? [];
  }

  /** A rule, also one that was taken away. */
  async rule(id: string): Promise<PlanRule | null> {
    return (await this.ruleById.load(id)) ?? null;
  }

  private async findPlans(ids: string[]): Promise<Map<string, Plan>> {
    const rows = await this.database.transaction((tx) => tx.findBy(Plan, { id: In(ids) }));
    return keyedBy(rows, ({ id }) => id);
  }

  private async findVersions(ids: string[]): Promise<Map<string, PlanVersion>> {
    const rows = await this.database.transaction((tx) => tx.findBy(PlanVersion, { id: In(ids) }));
    return keyedBy(rows, ({ id }) => id);
  }

  private async listVersions(planIds: string[]): Promise<Map<string, PlanVersion[]>> {
    const where = { planId: In(planIds) };
    const rows = await this.database.transaction((tx) =>
      tx.find(PlanVersion, { where, order: { number: 'DESC' } }),
    );
    return listedBy(planIds, rows, ({ planId }) => planId);
  }

  private async listAssignments(planIds: string[]): Promise<Map<string, PlanAssignment[]>> {
    const where = { planId: In(planIds) };
    const rows = await this.database.transaction((tx) =>
      tx.find(PlanAssignment, { where, order: { from: 'ASC', id: 'ASC' } }),
    );
    return listedBy(planIds, rows, ({ planId }) => planId);
  }

  private async listRules(planIds: string[]): Promise<Map<string, PlanRule[]>> {
    const rows = (await this.database.transaction(rulesOf)).filter(({ planId }) =>
      planIds.includes(planId),
    );
    return listedBy(planIds, rows, ({ planId }) => planId);
  }

  private async findRules(ids: string[]): Promise<Map<string, PlanRule>> {
    const rows = await this.database.transaction((tx) => tx.findBy(PlanRule, { id: In(ids) }));
    return keyedBy(rows, ({ id }) => id);
  }
}

function existing<T>(row: T | undefined): T {
  if (!row) throw unknownPlan();
  return row;
}
