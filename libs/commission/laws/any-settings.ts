import fc from 'fast-check';

/** Mostly left out, so that what is said has an effect. */
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** A decimal of few digits, so that edges are met and fractions are not endless. */
export const decimal = (most: number, scale = 2) =>
  fc.nat(most * 10 ** scale).map((units) => {
    const digits = String(units).padStart(scale + 1, '0');
    return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  });

export const rate = fc.oneof(decimal(1, 4), fc.constantFrom('0', '0.05', '0.1', '1'));

export const amount = fc.nat(500).map(String);

/** Rising edges from 0. */
export const edges = (scale: number, most = 4) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: most })
    .map((steps) => ['0', ...steps.toSorted((a, b) => a - b).map((n) => String((n * scale) / 8))]);

const mode = fc.constantFrom('marginal', 'retroactive', 'running');
const period = fc.constantFrom(
  'attainment >= 0.5',
  'credited > 100 || count > 2',
  'score.focus < 1',
  'margin >= 0 && tenure > 1',
  'parameter.open > 0',
);
const ofDeal = fc.constantFrom(
  'deal.product == "Gold"',
  'deal.amount >= 10',
  'deal.discount < 0.2',
  'has(deal.segment) && deal.segment == "new"',
);

const kindsOfCredits = fc.subarray(['direct', 'split', 'overlay', 'rollUp'], { minLength: 1 });

const multiplier = fc
  .tuple(fc.constantFrom('product', 'period', 'deal'), decimal(3), period, ofDeal)
  .map(([of, by, whole, deal]) =>
    of === 'product'
      ? { product: 'Gold', multiplier: by }
      : { when: of === 'period' ? whole : deal, multiplier: by },
  );

/** Settings that any component may have. */
const shared = {
  credits: maybe(kindsOfCredits),
  levels: maybe(fc.integer({ min: 1, max: 3 })),
  where: maybe(ofDeal),
  pays: maybe(ofDeal),
  measure: maybe(fc.constantFrom('amount', 'margin', 'count', 'quantity')),
  edges: maybe(fc.constantFrom('half-open', 'closed-above', 'closed')),
  quota: maybe(amount),
  prorate: maybe(
    fc.record({
      of: fc.constantFrom('quota', 'target', 'both'),
      by: fc.constantFrom('calendar', 'working', 'months'),
    }),
  ),
  target: maybe(fc.oneof(amount, fc.constant('payee'))),
  weight: maybe(decimal(2)),
  multipliers: maybe(
    fc.uniqueArray(multiplier, { maxLength: 2, selector: (each) => each.product ?? each.when }),
  ),
  gate: maybe(period),
  floor: maybe(amount),
};

const yearly = fc.oneof(
  fc.record({ accumulate: fc.constant('year'), trueUp: fc.boolean() }),
  fc.record({
    accumulate: maybe(fc.constantFrom('period', 'deal')),
    ramp: maybe(fc.array(decimal(1), { minLength: 1, maxLength: 3 })),
    season: maybe(fc.array(decimal(1), { minLength: 1, maxLength: 4 })),
  }),
);

const paymentCap = fc
  .tuple(amount, decimal(3), fc.boolean(), maybe(period))
  .map(([most, share, ofTarget, when]) => ({
    on: 'payment',
    ...(ofTarget ? { share } : { amount: most }),
    when,
  }));

const attainmentCap = fc
  .tuple(decimal(3), maybe(period))
  .map(([at, when]) => ({ on: 'attainment', at, when }));

const accelerator = (modes: fc.Arbitrary<string | undefined>) =>
  fc
    .tuple(edges(1), modes, fc.array(decimal(3), { minLength: 5, maxLength: 5 }))
    .map(([from, own, by]) => ({
      mode: own,
      tiers: from.map((edge, i) => ({ from: edge, multiplier: by[i]! })),
    }));

/** Settings of a component that pays deal by deal, and of one that pays a period. */
export const creditSettings = fc
  .tuple(
    fc.record({
      ...shared,
      accelerator: maybe(accelerator(maybe(mode))),
      zeroQuota: maybe(fc.constantFrom('nothing', 'lowest', 'highest')),
    }),
    yearly,
  )
  .map((parts) => Object.assign({}, ...parts) as object);

export const periodSettings = fc
  .tuple(
    fc.record({ ...shared, accelerator: maybe(accelerator(fc.constant('retroactive'))) }),
    yearly,
    fc.record({ cap: maybe(paymentCap) }),
  )
  .map((parts) => Object.assign({}, ...parts) as object);

export const anyCap = fc.record({ cap: maybe(fc.oneof(paymentCap, attainmentCap)) });
export const onPayment = fc.record({ cap: maybe(paymentCap) });
export { maybe, mode, ofDeal, period };
