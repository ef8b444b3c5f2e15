import fc from 'fast-check';
import { earn } from '../earn.js';
import { credit, examplePlan } from '../example.js';
import { headOf } from '../head.js';
import { idBytes } from '../line-bytes.js';
import { pack } from '../pack.js';
import type { PayableCredit } from '../partition.js';
import { parsePlan, type PlanDocument } from '../plan.js';
import { Products } from './columns.js';
import { Company } from './company.js';
import { PlainKernel } from './kernel.js';
import { payPlain } from './pay-plain.js';
import { plainPlan } from './plain-plan.js';

const title = { en: 'Pay', de: 'Lohn' };
const decimal = fc.constantFrom('0', '0.04', '0.1', '0.125', '0.5', '1', '1.25', '0.333');
const product = fc.constantFrom('Gold', 'Tin', 'Lead');
const money = fc.constantFrom('0', '0.01', '0.25', '1.5', '20', '3000');
const multipliers = fc.uniqueArray(fc.record({ product, multiplier: decimal }), {
  selector: (each) => each.product,
});
const cap = fc.option(fc.record({ on: fc.constant('payment'), amount: money }), {
  nil: undefined,
  freq: 3,
});

const tiers = fc
  .record({
    edges: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }),
    rates: fc.array(decimal, { minLength: 5, maxLength: 5 }),
    multipliers,
    cap,
  })
  .map(({ edges, rates, ...rest }) => ({
    kind: 'tiers',
    title,
    tiers: [0, ...edges.toSorted((a, b) => a - b)].map((edge, i) => ({
      from: String(edge / 10),
      rate: rates[i]!,
    })),
    ...rest,
  }));
const kindOf = (kind: string) => ({ kind: fc.constant(kind), title: fc.constant(title), cap });
const flat = fc.record({ ...kindOf('flat'), rate: decimal, multipliers });
const spiff = fc.record({
  ...kindOf('spiff'),
  amount: money,
  product: fc.option(product, { nil: undefined }),
  multipliers,
});
const levels = fc.integer({ min: 1, max: 2 });
const override = fc.record({ ...kindOf('override'), rate: decimal, levels });

const plan = fc
  .record({
    rounding: fc.constantFrom('half-even', 'half-up'),
    components: fc.array(fc.oneof(tiers, tiers, flat, spiff, override), {
      minLength: 1,
      maxLength: 3,
    }),
    caps: fc.array(fc.record({ amount: money, of: fc.integer({ min: 1, max: 7 }) }), {
      maxLength: 2,
    }),
  })
  .map(({ rounding, components, caps }): PlanDocument =>
    parsePlan({
      currency: 'EUR',
      period: 'quarter',
      rounding,
      components: components.map((each, i) => ({ ...each, name: `part-${i}` })),
      limits: caps.flatMap(({ amount, of }, i) => {
        const named = components.map((_, at) => `part-${at}`).filter((_, at) => of & (1 << at));
        return named.length ? [{ name: `limit-${i}`, title, components: named, cap: amount }] : [];
      }),
    }),
  );

const idsOf = (number: number) => {
  const digits = String(number).padStart(12, '0');
  return { id: `c0000000-0000-4000-8000-${digits}`, dealId: `d0000000-0000-4000-8000-${digits}` };
};

const creditsOf = (amount: fc.Arbitrary<number>) =>
  fc
    .array(
      fc.record({
        amount,
        product: fc.option(product),
        kind: fc.constantFrom('direct', 'split', 'overlay', 'rollUp'),
        level: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ amount: sum, kind, level, ...rest }, i): PayableCredit =>
        credit(`D-${String(i).padStart(2, '0')}`, BigInt(sum), {
          ...rest,
          ...idsOf(i),
          kind: kind as PayableCredit['kind'],
          level: kind === 'rollUp' ? level : 0,
        }),
      ),
    );
/** Small ones meet every edge and every exact half; a correction takes a payee below where they were, and below zero. */
const ordinary = creditsOf(
  fc.oneof(
    fc.integer({ min: -400, max: 400 }),
    fc.integer({ min: -20, max: 20 }).map((tens) => tens * 100),
    fc.integer({ min: -(10 ** 8), max: 10 ** 8 }),
  ),
);
const huge = creditsOf(
  fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: 0, max: 53 }).map((bits) => 2 ** bits),
    fc.integer({ min: 30, max: 53 }).map((bits) => 1 - 2 ** bits),
  ),
);
/** In tens, so that every tenth of it is whole. */
const quota = fc.integer({ min: 1, max: 200 }).map((tens) => tens * 10);

const kernelOf = (document: PlanDocument) => new PlainKernel(plainPlan(document)!, new Products());

const isOwn = ({ kind }: PayableCredit) => kind !== 'rollUp';

function inColumns(all: readonly PayableCredit[], products: Products) {
  const own = all.filter(isOwn);
  const below = all.filter((each) => !isOwn(each));
  return {
    amount: Float64Array.from(own, ({ amount }) => Number(amount)),
    product: Int32Array.from(own, ({ product: name }) => products.placeOf(name)),
    ids: idBytes(...own.flatMap(({ id, dealId }) => [id, dealId])),
    rolledUp: below.map(({ level, amount }) => ({ level, amount: Number(amount) })),
  };
}

/** What plain numbers pay, and what `earn` does. */
function bothWays(document: PlanDocument, amount: number | null, all: readonly PayableCredit[]) {
  const partition = {
    plan: document,
    quota: amount === null ? null : { amount: BigInt(amount), currency: 'EUR' },
    credits: all,
  };
  const lines = earn(partition);
  const products = new Products();
  const kernel = new PlainKernel(plainPlan(document)!, products);
  const credits = inColumns(all, products);
  const { rolledUp } = credits;
  const own = { from: 0, to: credits.amount.length, quota: amount, rolledUp };
  const pay = payPlain(kernel, credits, own);
  const total = kernel.earned(credits, own);
  const expected = {
    ...headOf(partition, lines),
    ...pack(lines, amount === null ? null : BigInt(amount)),
  };
  return { pay, total, expected };
}

/** Numbers as text, so that a bigint equals the same number. */
const told = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (_, each) =>
      typeof each === 'bigint' || typeof each === 'number' ? String(each) : each,
    ),
  );

describe('payPlain', () => {
  it('says the very same as earn, headOf and pack, and its total without lines too', () => {
    fc.assert(
      fc.property(plan, quota, ordinary, (document, amount, all) => {
        const { pay, total, expected } = bothWays(document, amount, all);
        expect(told(pay)).toEqual(told(expected));
        expect(total).toBe(pay!.earned);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is never wrong: where figures are too large or edges too fine it says nothing', () => {
    const seen = { paid: 0, left: 0 };
    const anyQuota = fc.option(fc.oneof(quota, fc.nat(60), fc.maxSafeInteger()));
    fc.assert(
      fc.property(plan, anyQuota, fc.oneof(huge, ordinary), (document, amount, all) => {
        const { pay, total, expected } = bothWays(document, amount, all);
        // Of a payee with neither quota nor credits nothing is stored.
        if (pay && expected.currency) expect(told(pay)).toEqual(told(expected));
        expect(total).toBe(pay?.earned ?? NaN);
        if (expected.lineCount) seen[pay ? 'paid' : 'left']++;
      }),
      { numRuns: 1_000 },
    );
    expect(Math.min(seen.paid, seen.left)).toBeGreaterThan(50);
  });

  it('pays a whole company from its columns what each payee is paid alone', () => {
    fc.assert(
      fc.property(
        plan,
        fc.array(fc.record({ amount: quota, all: ordinary }), { maxLength: 5 }),
        (document, payees) => {
          const company = new Company();
          for (const { amount, all } of payees) {
            company.add(amount, inColumns(all, company.products));
          }
          const alone = payees.map(({ amount, all }) => bothWays(document, amount, all).total);
          expect([...company.earned(plainPlan(document)!)]).toEqual(alone);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves to earn what plain numbers cannot hold, and what is owed', () => {
    const document = parsePlan({ ...examplePlan, components: [examplePlan.components[0]!] });
    const kernel = kernelOf(document);
    const paid = (amount: bigint, quotaAmount: number | null) => {
      const products = new Products();
      const own = new PlainKernel(kernel.plan, products);
      const credits = inColumns([credit('A', amount, idsOf(1))], products);
      return payPlain(own, credits, { from: 0, to: 1, quota: quotaAmount, rolledUp: [] });
    };
    expect(paid(100n, 1000)).toMatchObject({ earned: 5, lineCount: 1 });
    expect(paid(-100n, 1000)).toMatchObject({ earned: -5, lineCount: 1 });
    expect(paid(10n ** 16n, 1000)).toBeNull();
    expect(paid(100n, 3)).toBeNull();
    expect(paid(100n, 0)).toBeNull();
    expect(paid(100n, null)).toBeNull();
  });

  it('is for plans that say nothing more', () => {
    const [first] = examplePlan.components;
    expect(plainPlan(examplePlan)).not.toBeNull();
    for (const more of [{ weight: '0.5' }, { accumulate: 'year' }, { mode: 'retroactive' }])
      expect(
        plainPlan(parsePlan({ ...examplePlan, components: [{ ...first, ...more }] })),
      ).toBeNull();
    expect(plainPlan(parsePlan({ ...examplePlan, roundAt: 'statement' }))).toBeNull();
    expect(plainPlan(parsePlan({ ...examplePlan, draw: { amount: '100' } }))).not.toBeNull();
  });
});
