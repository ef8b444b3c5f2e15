import fc from 'fast-check';
import type { Partition, PayableCredit } from '../core/partition.js';
import { decimal } from './any-settings.js';

const minor = fc.bigInt({ min: -20_000n, max: 60_000n });
const money = fc.option(
  fc.bigInt({ min: 0n, max: 90_000n }).map((amount) => ({ amount, currency: 'EUR' })),
  { freq: 5 },
);

const credit = (days: readonly string[]): fc.Arbitrary<Omit<PayableCredit, 'externalId'>> =>
  fc.record({
    id: fc.uuid(),
    dealId: fc.constantFrom('deal 1', 'deal 2', 'deal 3'),
    kind: fc.constantFrom('direct', 'split', 'overlay', 'rollUp'),
    level: fc.integer({ min: 0, max: 3 }),
    amount: fc.oneof(minor, fc.constantFrom(0n, 10_000n, -10_000n)),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'USD'),
    creditedOn: fc.constantFrom(...days),
    product: fc.constantFrom('Gold', 'Silver', null),
    segment: fc.constantFrom('new', 'old', null),
    discount: fc.option(decimal(1)),
    margin: fc.option(minor, { freq: 6 }),
    quantity: fc.option(decimal(9, 1), { freq: 6 }),
  });

/** Credits whose external ids may be equal: their own ids decide then. */
export const anyCredits = (...days: string[]): fc.Arbitrary<PayableCredit[]> =>
  fc.uniqueArray(
    fc
      .tuple(credit(days), fc.constantFrom('A', 'B', 'C', 'D', 'E'))
      .map(([each, externalId]) => ({ ...each, externalId })),
    { maxLength: 6, selector: ({ id }) => id },
  );

const members = fc
  .tuple(fc.array(minor, { minLength: 1, maxLength: 4 }), decimal(3))
  .map(([credited, weight]) =>
    credited.map((each, i) => ({ id: `member ${i}`, weight, credited: each })),
  );

const pool = fc
  .tuple(members, minor)
  .map(([all, credited]) => ({ members: all, credited, payeeId: all[0]!.id }));

/** Everything about a payee and a period but the plan. */
export const anyFacts: fc.Arbitrary<Omit<Partition, 'plan'>> = fc.record({
  quota: money,
  yearQuota: money,
  targetPay: money,
  yearTargetPay: money,
  credits: anyCredits('2026-04-01', '2026-05-05', '2026-06-30'),
  earlier: anyCredits('2026-01-01', '2026-02-05'),
  scores: fc.record({ focus: decimal(2), care: decimal(2) }, { requiredKeys: [] }),
  pool: fc.option(pool, { freq: 5 }),
  range: fc.constant({ from: '2026-04-01', to: '2026-07-01' }),
  yearRange: fc.constant({ from: '2026-01-01', to: '2027-01-01' }),
  active: fc.option(
    fc.record({ from: fc.constantFrom('2026-02-10', '2026-05-11'), to: fc.constant(null) }),
  ),
  place: fc.nat(3),
  tenure: fc.option(fc.nat(4)),
});
