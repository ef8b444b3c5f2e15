import { stableId } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import {
  namesProducts,
  payPlain,
  PlainKernel,
  type PlainPlan,
  plainPlan,
  PlainRoom,
  Products,
} from './core/index.js';
import type { PaidPayee } from './bulk-merge.js';
import type { ComputedRow, StorableRow } from './earning-row.js';
import type { PartitionFacts } from './partition.service.js';
import type { PayeeCredits } from './payee-credits.js';
import {
  inPeriod,
  type NamedRange,
  type PlainAsked,
  plainCredits,
  readRolledUp,
} from './plain-credit.js';

/** What is known of payees before their credits come, by period and then by payee. */
export type FactsByPeriod = ReadonlyMap<string, ReadonlyMap<string, PartitionFacts>>;

type Plans = (facts: PartitionFacts) => PlainKernel | null;

/**
 * The rows of each payee whose plans plain numbers can pay; not of those whose figures turn out to be too large or to
 * need more words.
 */
export async function* plainRows(
  on: { readonly credits: EntityManager; readonly facts: EntityManager },
  facts: FactsByPeriod,
  payeeIds: readonly string[],
): AsyncGenerator<PaidPayee> {
  const products = new Products();
  const plans = eachOnce(products);
  const plain = payeeIds.filter((payeeId) => isPlain(payeeId, facts, plans));
  const ranges = rangesOf(facts);
  if (!plain.length || !ranges.length) return;
  const payees = new Map(plain.map((id) => [id, currencyOf(id, facts)]));
  const asked: PlainAsked = { payees, ranges, products };
  const below = readRolledUp(on.facts, asked);
  below.catch(() => undefined);
  const room = new PlainRoom();
  const pay = { facts, plans, room, periods: asked.ranges.map(({ period }) => period) };
  for await (const [payeeId, credits] of plainCredits(on.credits, asked)) {
    const rows = rowsOf(payeeId, credits, (await below).get(payeeId), pay);
    if (rows) yield [payeeId, rows];
  }
}

type Paying = {
  readonly facts: FactsByPeriod;
  readonly plans: Plans;
  readonly room: PlainRoom;
  readonly periods: readonly string[];
};

/** The rows of a payee's periods; null when one of them is not for plain numbers. */
function rowsOf(
  payeeId: string,
  credits: PayeeCredits,
  below: Parameters<typeof inPeriod>[0],
  { facts, plans, room, periods }: Paying,
): StorableRow[] | null {
  const rows: StorableRow[] = [];
  for (const [place, period] of periods.entries()) {
    const known = facts.get(period)!.get(payeeId);
    if (!known) continue;
    const within = credits.within(place);
    const rolledUp = inPeriod(below, place);
    if (!within || !rolledUp) return null;
    const quota = known.quota && Number(known.quota.amount);
    const pay = payPlain(plans(known)!, credits, { ...within, quota, rolledUp }, room);
    if (!pay) return null;
    if (quota === null && within.from === within.to && !rolledUp.length) continue;
    const { planVersionId } = known;
    rows.push({ id: stableId(payeeId, period), payeeId, period, planVersionId, ...pay });
  }
  return rows;
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
