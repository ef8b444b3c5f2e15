import { copyLine, copyOut, stableId } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import { payPlain, PlainKernel, plainPlan, Products } from './core/index.js';
import { type ComputedRow, rowCells } from './earning-row.js';
import type { PartitionFacts } from './partition.service.js';
import {
  type NamedRange,
  payeeOfPlain,
  PlainPeriods,
  streamedPlainCredits,
} from './plain-credit.js';

/** What is known of payees before their credits come, by period and then by payee. */
export type FactsByPeriod = ReadonlyMap<string, ReadonlyMap<string, PartitionFacts>>;

type Plans = (facts: PartitionFacts) => PlainKernel | null;

/**
 * The lines of all payees whose plans plain numbers can pay. Whoever else there is stays in `left`, also
 * those whose figures turn out to be too large or to need more words.
 */
export async function* plainLines(
  reader: EntityManager,
  facts: FactsByPeriod,
  left: Set<string>,
): AsyncGenerator<string> {
  const products = new Products();
  const plans = eachOnce(products);
  const ranges = rangesOf(facts);
  const plain = [...left].filter((payeeId) => isPlain(payeeId, facts, plans));
  if (!plain.length) return;
  const finish = (payeeId: string, periods: PlainPeriods): string => {
    const lines = linesOf(payeeId, periods, facts, plans);
    if (lines === null) return '';
    left.delete(payeeId);
    return lines;
  };
  const waiting = new Set(plain);
  const start = (payeeId: string) => new PlainPeriods(ranges, currencyOf(payeeId, facts), products);
  let current: string | undefined;
  let periods: PlainPeriods | undefined;
  for await (const rows of copyOut(reader, streamedPlainCredits(plain, ranges)))
    for (const row of rows) {
      const payeeId = payeeOfPlain(row);
      if (payeeId !== current) {
        if (current && periods) yield finish(current, periods);
        waiting.delete(payeeId);
        [current, periods] = [payeeId, start(payeeId)];
      }
      periods!.add(row);
    }
  if (current && periods) yield finish(current, periods);
  for (const payeeId of waiting) yield finish(payeeId, start(payeeId));
}

/** The rows of a payee's periods; null when one of them is not for plain numbers. */
function linesOf(
  payeeId: string,
  periods: PlainPeriods,
  facts: FactsByPeriod,
  plans: Plans,
): string | null {
  let lines = '';
  for (const [period, own] of facts) {
    const known = own.get(payeeId);
    if (!known) continue;
    const credits = periods.of(period);
    const quota = known.quota && Number(known.quota.amount);
    const pay = credits && payPlain(plans(known)!, quota, credits.inColumns());
    if (!pay) return null;
    if (quota === null && !credits.id.length && !credits.rolledUp.length) continue;
    const id = stableId(payeeId, period);
    const named = {
      creditId: pay.credit.map((place) => (place === null ? null : credits.id[place]!)),
      dealId: pay.credit.map((place) => (place === null ? null : credits.dealId[place]!)),
      exact: pay.credit.map(() => null),
    };
    const { planVersionId } = known;
    lines += copyLine(rowCells({ id, payeeId, period, planVersionId, ...pay, ...named }));
  }
  return lines;
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
    if (!known.has(planVersionId)) {
      const plain = plainPlan(plan);
      known.set(planVersionId, plain && new PlainKernel(plain, products));
    }
    return known.get(planVersionId)!;
  };
}
