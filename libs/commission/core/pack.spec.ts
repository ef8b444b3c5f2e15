import fc from 'fast-check';
import { earn } from './earn.js';
import { credit, examplePlan as plan, quota } from './example.js';
import type { EarningLine } from './line.js';
import { lineSize } from './line-bytes.js';
import { pack, unpack } from './pack.js';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const id = fc.constantFrom(...[1, 2, 3].map(idOf));
const figure = fc.constantFrom('0', '1', '-12', '0.065', '100000', '1/3', '-7/9', '9'.repeat(19));
const minor = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);

/** Any line at all: from few values, so that many share their terms and some are equal. */
const anyLine: fc.Arbitrary<EarningLine> = fc.record({
  component: fc.constantFrom('commission', 'team'),
  kind: fc.constantFrom('tier', 'spiff', 'override', 'cap'),
  creditId: maybe(id),
  dealId: maybe(id),
  tier: maybe(fc.nat(2)),
  tierFrom: maybe(figure),
  tierTo: maybe(figure),
  base: figure,
  rate: figure,
  multiplier: figure,
  exact: figure,
  amount: minor,
  currency: fc.constantFrom('EUR', 'USD'),
  rounding: fc.constantFrom('half-even', 'half-up'),
  creditedBefore: maybe(minor),
  quota: maybe(minor),
  detail: maybe(fc.record({ part: figure, factors: fc.constant([]) }, { requiredKeys: [] })),
});

describe('pack', () => {
  it('gives back the very lines, in their order', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), maybe(minor), (lines, own) => {
        const among = lines.map((line, i) => (i % 3 ? line : { ...line, quota: own }));
        expect(unpack(pack(among, own), own)).toEqual(among);
      }),
    );
  });

  it('keeps what lines share once, and no exact result that follows', () => {
    const credits = Array.from({ length: 40 }, (_, i) =>
      credit(`D-${i}`, 10_05n, { id: idOf(i + 1), dealId: idOf(100 + i) }),
    );
    const lines = earn({ plan, quota, credits });
    const packed = pack(lines, quota.amount);
    expect(packed.lines).toHaveLength(40 * lineSize);
    expect(JSON.parse(packed.terms)).toHaveLength(1);
    expect(packed.fractions).toBeNull();
    expect(unpack(packed, quota.amount)).toEqual(lines);
  });
});
