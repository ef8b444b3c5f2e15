import { stableId } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import {
  namesProducts,
  payPlain,
  PlainKernel,
  PlainLines,
  type PlainPlan,
  plainPlan,
  Products,
} from './core/index.js';
import type { ComputedRow, StorableRow } from './earning-row.js';
import type { PartitionFacts } from './partition.service.js';
import {
  type GatheredCredits,
  type NamedRange,
  noCredits,
  plainCredits,
  type PlainPeriods,
} from './plain-credit.js';

/** What is known of payees before their credits come, by period and then by payee. */
export type FactsByPeriod = ReadonlyMap<string, ReadonlyMap<string, PartitionFacts>>;

type Plans = (facts: PartitionFacts) => PlainKernel | null;

/**
 * The rows of all payees whose plans plain numbers can pay. Whoever else there is stays in `left`, also
 * those whose figures turn out to be too large or to need more words.
 */
export async function* plainRows(
  reader: EntityManager,
  facts: FactsByPeriod,
  left: Set<string>,
): AsyncGenerator<StorableRow> {
  const products = new Products();
  const plans = eachOnce(products);
  const plain = [...left].filter((payeeId) => isPlain(payeeId, facts, plans));
  if (!plain.length) return;
  const payees = plain.map((id) => ({ id, currency: currencyOf(id, facts) }));
  const room = new PlainLines();
  for await (const [payeeId, periods] of plainCredits(reader, {
    payees,
    ranges: rangesOf(facts),
    products,
  })) {
    const rows = rowsOf(payeeId, periods, facts, plans, room);
    if (rows === null) continue;
    left.delete(payeeId);
    yield* rows;
  }
}

/** The rows of a payee's periods; null when one of them is not for plain numbers. */
function rowsOf(
  payeeId: string,
  periods: PlainPeriods,
  facts: FactsByPeriod,
  plans: Plans,
  room: PlainLines,
): StorableRow[] | null {
  const rows: StorableRow[] = [];
  for (const [period, own] of facts) {
    const known = own.get(payeeId);
    if (!known) continue;
    const credits = periods.has(period) ? periods.get(period)! : noCredits;
    const quota = known.quota && Number(known.quota.amount);
    const pay = credits && payPlain(plans(known)!, quota, credits, room);
    if (!pay) return null;
    if (quota === null && !credits.amount.length && !credits.rolledUp.length) continue;
    const { planVersionId } = known;
    const id = stableId(payeeId, period);
    rows.push({ id, payeeId, period, planVersionId, ...pay, ...idsOf(credits, pay.credit) });
  }
  return rows;
}

/** The ids that stand beside the lines; the exact result is always that of the factors. */
function idsOf({ ids }: GatheredCredits, places: readonly (number | null)[]) {
  const none = places.map(() => null);
  return {
    creditId: ids ? { from: ids.credit, places } : none,
    dealId: ids ? { from: ids.deal, places } : none,
    exact: none,
  };
}

/** Plain in every period, in one currency, with quotas that plain numbers hold. */
function isPlain(payeeId: string, facts: FactsByPeriod, plans: Plans): boolean {
  const own = factsOf(payeeId, facts);
  const [first] = own;
  return own.every(
    (known) =>
      !known.span &&
      known.plan.currency === first!.plan.currency &&
      plans(known) !== null &&
      (!known.quota ||
        (known.quota.currency === known.plan.currency &&
          Number.isSafeInteger(Number(known.quota.amount)))),
  );
}

const factsOf = (payeeId: string, facts: FactsByPeriod): PartitionFacts[] =>
  [...facts.values()].flatMap((own) => own.get(payeeId) ?? []);

const currencyOf = (payeeId: string, facts: FactsByPeriod): string =>
  factsOf(payeeId, facts)[0]?.plan.currency ?? '';

function rangesOf(facts: FactsByPeriod): NamedRange[] {
  const ranges = [...facts].flatMap(([period, own]) => {
    const [known] = own.values();
    return known ? [{ period, ...known.range }] : [];
  });
  return ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Each version of a plan is looked at once. */
function eachOnce(products: Products): Plans {
  const known = new Map<ComputedRow['planVersionId'], PlainKernel | null>();
  return ({ planVersionId, plan }) => {
    if (!known.has(planVersionId)) known.set(planVersionId, kernelOf(plainPlan(plan), products));
    return known.get(planVersionId)!;
  };
}

function kernelOf(plan: PlainPlan | null, products: Products): PlainKernel | null {
  if (!plan) return null;
  for (const name of namesProducts(plan)) products.placeOf(name);
  return new PlainKernel(plan, products);
}
