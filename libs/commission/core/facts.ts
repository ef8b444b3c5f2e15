import type { CompiledComponent, CompiledPlan } from './compile.js';
import { type Converted, type Counted, inOrder, quantityOf } from './counted.js';
import type { Partition, PayableCredit } from './partition.js';
import { Problems } from './problem.js';
import { dealValues, planValues } from './values.js';
import { holds } from './decide.js';
import type { Paid } from './paid.js';
import { countsIn, paysIn } from './span.js';

/** A partition made ready: credits in order and in the currency of the plan. */
export type Facts = {
  readonly plan: CompiledPlan;
  readonly partition: Partition;
  readonly credits: readonly Converted[];
  readonly earlier: readonly Converted[];
  readonly problems: Problems;
  /** What earlier versions of the plan paid in the period. */
  readonly before: readonly Paid[];
};

/** Orders the credits of a partition; those that could not be converted are left out and named. */
export function factsOf(
  plan: CompiledPlan,
  partition: Partition,
  before: readonly Paid[] = [],
): Facts {
  const problems = new Problems();
  const ready = (credits: readonly PayableCredit[]) =>
    inOrder(credits, plan.document.order).flatMap((credit) => inCurrency(plan, credit, problems));
  const credits = ready(partition.credits);
  return { plan, partition, credits, earlier: ready(partition.earlier ?? []), problems, before };
}

function inCurrency(plan: CompiledPlan, credit: PayableCredit, problems: Problems): Converted[] {
  const { currency } = plan;
  const { amount, margin = null, exchange } = credit;
  if (credit.currency === currency) return [{ credit, amount, margin, exchange }];
  problems.add(
    'RATE_MISSING',
    credit.id,
    `Deal ${credit.externalId} is in ${credit.currency}, and there is no exchange rate to ${currency}.`,
    credit.dealId,
  );
  return [];
}

/** The credits a component counts, in order; of each what is measured, and whether it is paid. */
export const countedBy = (
  compiled: CompiledComponent,
  credits: readonly Converted[],
  facts: Facts,
): Counted[] => credits.flatMap((each) => count(compiled, each, facts));

function count(compiled: CompiledComponent, each: Converted, facts: Facts): Counted[] {
  const { kinds, levels, measure, where, pays } = compiled;
  const { kind, level } = each.credit;
  if (!kinds.has(kind) || (kind === 'rollUp' && level > levels)) return [];
  if (!countsIn(compiled, facts.partition, each.credit)) return [];
  const values =
    where || pays ? { ...planValues(facts), deal: dealValues(each, facts.plan) } : null;
  const meets = (condition: typeof where) =>
    !condition || holds(condition, values!, { compiled, facts, credit: each.credit });
  if (!meets(where)) return [];
  const missing = missingIn(compiled, each);
  if (missing) {
    const { id, externalId, dealId } = each.credit;
    const message = `Deal ${externalId} has no ${missing}, which "${compiled.component.name}" asks for.`;
    facts.problems.add('VALUE_MISSING', `${id}|${missing}`, message, dealId);
    return [];
  }
  const paid = paysIn(facts.partition, each.credit) && meets(pays);
  return [{ ...each, measure: quantityOf(each, measure)!, paid }];
}

function missingIn({ measure, basis }: CompiledComponent, each: Converted): string | null {
  const asked = [measure, basis === 'marginShare' ? 'margin' : basis] as const;
  for (const what of asked)
    if ((what === 'margin' || what === 'quantity') && quantityOf(each, what) === null) return what;
  return null;
}
