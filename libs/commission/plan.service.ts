import { Credits } from '@laurel/credit';
import { currentActor, Database, Outbox, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  checkPlan,
  parsePlan,
  productsNamed,
  type PlanDocument,
  type PlanProblem,
} from './core/index.js';
import { PartitionsDue } from './partitions-due.service.js';
import { PlanVersion } from './plan-version.entity.js';
import { Plan } from './plan.entity.js';

export type PlanDraft = {
  id?: string | null;
  name: string;
  effectiveFrom: string;
  document: unknown;
};

/** Plans and their versions. */
@Injectable()
export class Plans {
  constructor(
    private readonly database: Database,
    private readonly due: PartitionsDue,
    private readonly outbox: Outbox,
    private readonly credits: Credits,
  ) {}

  list(): Promise<Plan[]> {
    return this.database.transaction((tx) => tx.find(Plan, { order: { name: 'ASC' } }));
  }

  find(id: string): Promise<Plan | null> {
    return this.database.transaction((tx) => tx.findOneBy(Plan, { id }));
  }

  /** What is wrong in a document, products that do not exist included; none means it can be saved. */
  check(document: unknown): Promise<PlanProblem[]> {
    return this.database.transaction((tx) => problemsIn(tx, document));
  }

  /** Keeps the document as the plan's next version; those paid by the plan are computed again. */
  save(draft: PlanDraft): Promise<PlanVersion> {
    return this.database.transaction(async (tx) => {
      const document = await validPlan(tx, draft.document);
      const planId = await this.savePlan(tx, draft);
      const version = await addVersion(tx, planId, draft.effectiveFrom, document);
      await this.outbox.emit(tx, 'plan.assign', { why: 'plan' });
      await this.credits.redate(tx, draft.effectiveFrom);
      await this.due.announce(tx, {
        payeeIds: await assignedTo(tx, planId),
        from: draft.effectiveFrom,
      });
      return version;
    });
  }

  /** The plan's row stays locked until the end, so that versions are numbered one after the other. */
  private async savePlan(tx: EntityManager, { id, name }: PlanDraft): Promise<string> {
    const [taken] = await tx.query(
      `select from plan where name = $1 and ($2::uuid is null or id <> $2)`,
      [name, id],
    );
    if (taken)
      throw new Problem('PLAN_NAME_TAKEN', `There is a plan called "${name}" already.`, {
        field: 'name',
      });
    const [row]: { id: string }[] = id
      ? (await tx.query(`update plan set name = $2 where id = $1 returning id`, [id, name]))[0]
      : await tx.query(`insert into plan (name) values ($1) returning id`, [name]);
    if (!row) throw unknownPlan();
    return row.id;
  }
}

export const unknownPlan = () =>
  new Problem('UNKNOWN_PLAN', 'There is no such plan.', { field: 'planId' });

/** The document as a plan. Refuses one with problems. */
export async function validPlan(tx: EntityManager, document: unknown): Promise<PlanDocument> {
  const problems = await problemsIn(tx, document);
  if (problems.length) throw planInvalid(problems);
  return parsePlan(document);
}

export const planInvalid = (problems: readonly PlanProblem[]) =>
  new Problem('PLAN_INVALID', `The plan has ${problems.length} problem(s): ${said(problems[0]!)}`, {
    problems,
  });

const said = ({ path, message }: PlanProblem) => (path ? `${path}: ${message}` : message);

async function problemsIn(tx: EntityManager, document: unknown): Promise<PlanProblem[]> {
  const problems = checkPlan(document);
  if (problems.length) return problems;
  const plan = parsePlan(document);
  const [unused] = await tx.query(`select from organization where $1 <> all(period_kinds)`, [
    plan.period,
  ]);
  if (unused)
    return [{ path: 'period', message: 'The settings of the organisation do not use this kind.' }];
  const named = productsNamed(plan);
  const rows: { name: string }[] = await tx.query(`select name from product where name = any($1)`, [
    named.map(({ product }) => product),
  ]);
  const known = new Set(rows.map(({ name }) => name));
  return named
    .filter(({ product }) => !known.has(product))
    .map(({ path, product }) => ({
      path,
      message: `There is no product "${product}". Expected the name of one.`,
    }));
}

async function addVersion(
  tx: EntityManager,
  planId: string,
  effectiveFrom: string,
  document: PlanDocument,
) {
  const [{ number }]: [{ number: number }] = await tx.query(
    `select coalesce(max(number), 0) + 1 as number from plan_version where plan_id = $1`,
    [planId],
  );
  const createdBy = currentActor().memberId;
  const { identifiers } = await tx.insert(PlanVersion, {
    planId,
    number,
    effectiveFrom,
    document,
    createdBy,
  });
  return tx.findOneByOrFail(PlanVersion, { id: identifiers[0]!.id as string });
}

async function assignedTo(tx: EntityManager, planId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select distinct member_id as id from plan_assignment where plan_id = $1`,
    [planId],
  );
  return rows.map(({ id }) => id);
}
