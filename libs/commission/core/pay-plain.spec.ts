import fc from 'fast-check';
import { earn } from './earn.js';
import { credit, examplePlan } from './example.js';
import { headOf } from './head.js';
import { pack } from './pack.js';
import type { PayableCredit } from './partition.js';
import { payPlain, PlainCredits } from './pay-plain.js';
import { plainPlan } from './plain-plan.js';
import { parsePlan, type PlanDocument } from './plan.js';

const title = { en: 'Pay', de: 'Lohn' };
const decimal = fc.constantFrom('0', '0.04', '0.1', '0.125', '1', '1.25', '0.333');
const product = fc.constantFrom('Gold', 'Tin', 'Lead');

const tiers = fc
  .record({
    edges: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
    rates: fc.array(decimal, { minLength: 5, maxLength: 5 }),
    multipliers: fc.uniqueArray(fc.record({ product, multiplier: decimal }), {
      selector: (each) => each.product,
    }),
  })
  .map(({ edges, rates, multipliers }) => ({
    kind: 'tiers',
    title,
    tiers: [0, ...edges.toSorted((a, b) => a - b)].map((edge, i) => ({
      from: String(edge / 10),
      rate: rates[i]!,
    })),
    multipliers,
  }));
const override = fc.record({
  kind: fc.constant('override'),
  title: fc.constant(title),
  rate: decimal,
  levels: fc.integer({ min: 1, max: 2 }),
});
const plan = fc
  .record({
    rounding: fc.constantFrom('half-even', 'half-up'),
    components: fc.array(fc.oneof(tiers, override), { minLength: 1, maxLength: 3 }),
  })
  .map(({ rounding, components }): PlanDocument =>
    parsePlan({
      currency: 'EUR',
      period: 'quarter',
      rounding,
      components: components.map((each, i) => ({ ...each, name: `part-${i}` })),
    }),
  );

const credits = fc
  .array(
    fc.record({
      amount: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 10 ** 9 })),
      product: fc.option(product),
      kind: fc.constantFrom('direct', 'split', 'rollUp'),
      level: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ amount, kind, level, ...rest }, i): PayableCredit =>
      credit(`D-${String(i).padStart(2, '0')}`, BigInt(amount), {
        ...rest,
        kind: kind as PayableCredit['kind'],
        level: kind === 'rollUp' ? level : 0,
      }),
    ),
  );
const quota = fc.integer({ min: 1, max: 200 }).map((tens) => tens * 10);

function inColumns(all: readonly PayableCredit[]): PlainCredits {
  const columns = new PlainCredits();
  for (const { kind, level, amount, id, dealId, product: name } of all) {
    if (kind === 'rollUp') {
      columns.rolledUp.push({ level, amount: Number(amount) });
      continue;
    }
    columns.id.push(id);
    columns.dealId.push(dealId);
    columns.product.push(name);
    columns.amount.push(Number(amount));
  }
  return columns;
}

/** Numbers as text, so that a bigint equals the same number. */
const told = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_, each) =>
      typeof each === 'bigint' || typeof each === 'number' ? String(each) : each,
    ),
  );

describe('payPlain', () => {
  it('says the very same as earn, headOf and pack', () => {
    fc.assert(
      fc.property(plan, quota, credits, (document, amount, all) => {
        const partition = {
          plan: document,
          quota: { amount: BigInt(amount), currency: 'EUR' },
          credits: all,
        };
        const lines = earn(partition);
        const pay = payPlain(plainPlan(document)!, amount, inColumns(all));
        expect(told(pay)).toEqual(told({ ...headOf(partition, lines), ...pack(lines) }));
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves to earn what plain numbers cannot hold, and what is owed', () => {
    const [document] = [parsePlan({ ...examplePlan, components: [examplePlan.components[0]!] })];
    const paid = (amount: bigint, quotaAmount: number | null) =>
      payPlain(plainPlan(document)!, quotaAmount, inColumns([credit('A', amount)]));
    expect(paid(100n, 1000)).toMatchObject({ earned: 5, lineCount: 1 });
    expect(paid(10n ** 16n, 1000)).toBeNull();
    expect(paid(-5n, 1000)).toBeNull();
    expect(paid(100n, 3)).toBeNull();
    expect(paid(100n, null)).toBeNull();
    expect(plainPlan(examplePlan)).toBeNull();
  });
});
