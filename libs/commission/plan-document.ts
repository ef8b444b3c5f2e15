import { ask } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import { askedBy, type Asked, asksRolledUp, parsePlan, type PlanDocument } from './core/index.js';

/** The documents of versions that were read under the reader's own rights, by id. A version never changes. */
export async function plansOf(
  tx: EntityManager,
  versions: readonly { id: string }[],
): Promise<Map<string, PlanDocument>> {
  const ids = [...new Set(versions.map(({ id }) => id))];
  const missing = ids.filter((id) => !parsed.has(id));
  const found = missing.length ? await readPlans(tx, missing) : [];
  if (parsed.size + found.length > parsedAtMost) parsed.clear();
  const plans = new Map(found);
  for (const id of ids) {
    const plan = plans.get(id) ?? parsed.get(id);
    if (plan) plans.set(id, plan);
  }
  for (const [id, plan] of found) parsed.set(id, plan);
  return plans;
}

const parsed = new Map<string, PlanDocument>();
const parsedAtMost = 1_000;

async function readPlans(
  tx: EntityManager,
  ids: readonly string[],
): Promise<[string, PlanDocument][]> {
  const rows = await ask<{ id: string; document: unknown }>(
    tx,
    `select id, document from plan_version where id = any($1)`,
    [ids],
  );
  return rows.map(({ id, document }) => [id, parsePlan(document)]);
}

/** A plan with what it asks; also what is rolled up deal by deal, or only its sum. */
export type PlanOfVersion = { readonly plan: PlanDocument; readonly asked: AskedWhole };
type AskedWhole = Asked & { readonly rolledUp: boolean };

export const withAsked = (plans: ReadonlyMap<string, PlanDocument>): Map<string, PlanOfVersion> =>
  new Map([...plans].map(([id, plan]) => [id, { plan, asked: askedOnce(plan) }]));

const asked = new WeakMap<PlanDocument, AskedWhole>();

function askedOnce(plan: PlanDocument): AskedWhole {
  const known = asked.get(plan) ?? { ...askedBy(plan), rolledUp: asksRolledUp(plan) };
  asked.set(plan, known);
  return known;
}
