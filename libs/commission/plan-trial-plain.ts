import type { EntityManager } from 'typeorm';
import { Company, namesProducts, type PlainPlan, plainPlan, Products } from './core/index.js';
import type { PartitionFacts } from './partition.service.js';
import type { TrialFigures, TrialPayees, TrialSides } from './plan-trial-pay.service.js';
import { inPeriod, plainCredits, readRolledUp } from './plain-credit.js';

/** Payees of a trial whom the same two plain plans pay, with their credits in columns. */
type Group = {
  readonly current: PlainPlan;
  readonly tried: PlainPlan;
  readonly company: Company;
  readonly payeeIds: string[];
};

/** The figures of all whom plain numbers can pay on both sides, by payee; `earn` has to say the others. */
export async function plainTrial(
  tx: EntityManager,
  payees: TrialPayees,
): Promise<Map<string, TrialFigures>> {
  const groups = new Groups();
  const plain = [...payees].flatMap(([id, sides]) => (groups.of(sides) ? [id] : []));
  const [first] = payees.values();
  if (!first || !plain.length) return new Map();
  const range = { period: 'period', ...first.tried.range };
  const { currency } = first.tried.plan;
  const asked = {
    payees: new Map(plain.map((id) => [id, currency])),
    ranges: [range],
    products: groups.products,
  };
  const below = await readRolledUp(tx, asked);
  for await (const [payeeId, credits] of plainCredits(tx, asked)) {
    const within = credits.within(0);
    const rolledUp = inPeriod(below.get(payeeId), 0);
    if (!within || !rolledUp) continue;
    const { from, to } = within;
    const [amount, product] = [
      credits.amount.subarray(from, to),
      credits.product.subarray(from, to),
    ];
    groups.add(payeeId, payees.get(payeeId)!, { amount, product, rolledUp });
  }
  return groups.figures();
}

/** The payees by what pays them; each plan is looked at once. */
class Groups {
  readonly products = new Products();
  private readonly plans = new Map<string, PlainPlan | null>();
  private readonly known = new Map<string, Group>();

  /** Null when a side is not for plain numbers. */
  of({ current, tried }: TrialSides): Group | null {
    const [now, then] = [this.plain(current), this.plain(tried)];
    if (!now || !then) return null;
    const key = `${current.planVersionId} ${tried.planVersionId}`;
    const group = this.known.get(key) ?? {
      current: now,
      tried: then,
      company: new Company(this.products),
      payeeIds: [],
    };
    this.known.set(key, group);
    return group;
  }

  add(id: string, sides: TrialSides, credits: Parameters<Company['add']>[1]): void {
    const { company, payeeIds } = this.of(sides)!;
    payeeIds.push(id);
    const { quota } = sides.tried;
    company.add(quota && Number(quota.amount), credits);
  }

  figures(): Map<string, TrialFigures> {
    return new Map([...this.known.values()].flatMap((group) => [...figuresOf(group)]));
  }

  private plain(facts: PartitionFacts): PlainPlan | null {
    const { planVersionId, plan, quota, span } = facts;
    if (span || !isPlainQuota(quota, plan.currency)) return null;
    if (!this.plans.has(planVersionId)) this.plans.set(planVersionId, this.lookAt(plan));
    return this.plans.get(planVersionId)!;
  }

  private lookAt(document: PartitionFacts['plan']): PlainPlan | null {
    const plan = plainPlan(document);
    if (plan) for (const name of namesProducts(plan)) this.products.placeOf(name);
    return plan;
  }
}

const isPlainQuota = (quota: PartitionFacts['quota'], currency: string): boolean =>
  !quota || (quota.currency === currency && Number.isSafeInteger(Number(quota.amount)));

function* figuresOf({
  current: planNow,
  tried: planThen,
  company,
  payeeIds,
}: Group): Generator<[string, TrialFigures]> {
  const current = company.earned(planNow);
  const tried = company.earned(planThen);
  for (const [i, id] of payeeIds.entries()) {
    const { quota } = company.payees[i]!;
    if (Number.isNaN(current[i]!) || Number.isNaN(tried[i]!)) continue;
    const figures = {
      current: BigInt(current[i]!),
      tried: BigInt(tried[i]!),
      credited: BigInt(company.credited(i)),
      quota: quota === null ? null : BigInt(quota),
    };
    yield [id, { ...figures, problems: [] }];
  }
}
