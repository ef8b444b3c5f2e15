import fc from 'fast-check';
import { formatDecimal } from '@laurel/shared/core';
import { earn } from '../earn.js';
import type { TeamPool } from '../partition.js';
import { parsePlan } from '../plan.js';

const planOf = (pool: object) =>
  parsePlan({
    currency: 'EUR',
    period: 'month',
    components: [{ kind: 'pool', name: 'pool', title: { en: 'Pool', de: 'Topf' }, ...pool }],
  });

/** What each member of a pool gets. */
function partsOf(pool: object, { members, credited }: Omit<TeamPool, 'payeeId'>): bigint[] {
  const plan = planOf(pool);
  return members.map(({ id: payeeId }) => {
    const team = { payeeId, members, credited };
    const lines = earn({ plan, quota: null, credits: [], pool: team });
    return lines.reduce((sum, { amount }) => sum + amount, 0n);
  });
}

const decimal = (units: number, scale: number) => formatDecimal({ units: BigInt(units), scale });
const member = (id: string, weight: string, credited: bigint) => ({ id, weight, credited });

describe('a pool', () => {
  it('is shared equally, by weight, or by what each was credited', () => {
    const members = [member('a', '30', 700_00n), member('b', '10', 300_00n), member('c', '0', 0n)];
    const team = { members, credited: 1_000_00n };
    expect(partsOf({ amount: '100' }, team)).toEqual([33_34n, 33_33n, 33_33n]);
    expect(partsOf({ rate: '0.1', share: 'weight' }, team)).toEqual([75_00n, 25_00n, 0n]);
    expect(partsOf({ rate: '0.1', share: 'credited' }, team)).toEqual([70_00n, 30_00n, 0n]);
  });

  it('goes to its members to the last minor unit, however it is shared', () => {
    const anyMembers = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 31 }), fc.bigInt({ min: -9999n, max: 99_999n })), {
        minLength: 1,
        maxLength: 9,
      })
      .map((all) => all.map(([weight, credited], i) => member(`m${i}`, String(weight), credited)));
    const share = fc.constantFrom('equal', 'weight', 'credited');
    const size = fc.oneof(
      fc.nat(99_999).map((cents) => ({ amount: decimal(cents, 2) })),
      fc.nat(999).map((rate) => ({ rate: decimal(rate, 3) })),
    );
    fc.assert(
      fc.property(anyMembers, share, size, fc.bigInt({ min: -99_999n, max: 99_999n }), check),
      { numRuns: 1000 },
    );
  });
});

function check(
  members: ReturnType<typeof member>[],
  share: 'equal' | 'weight' | 'credited',
  size: { amount: string } | { rate: string },
  credited: bigint,
): void {
  const parts = partsOf({ ...size, share }, { members, credited });
  const claims = members.some(
    (each) => share === 'equal' || (share === 'weight' ? each.weight !== '0' : each.credited > 0n),
  );
  const [line] = earn({
    plan: planOf(size),
    quota: null,
    credits: [],
    pool: { payeeId: 'x', credited, members: [member('x', '1', 0n)] },
  });
  const whole = line?.amount ?? 0n;
  expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(claims ? whole : 0n);
}
