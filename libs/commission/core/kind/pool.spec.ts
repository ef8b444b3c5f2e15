import fc from 'fast-check';
import { formatDecimal } from '@laurel/shared/core';
import { earn, problemsOf } from '../earn.js';
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

  it('waits for a rate that brings a credit of the team into its currency, where it asks for credits', () => {
    const members = [member('a', '1', 500_00n), member('b', '1', 500_00n)];
    const pool = { payeeId: 'a', members, credited: 1_000_00n, withoutRate: ['USD', 'CHF'] };
    const paid = (of: object) => {
      const partition = { plan: planOf(of), quota: null, credits: [], pool };
      const codes = problemsOf(partition).map(({ code }) => code);
      return [earn(partition).map(({ amount }) => amount), codes];
    };
    expect(paid({ rate: '0.1' })).toEqual([[], ['RATE_MISSING', 'RATE_MISSING']]);
    expect(paid({ amount: '100', share: 'credited' })).toEqual([
      [],
      ['RATE_MISSING', 'RATE_MISSING'],
    ]);
    expect(paid({ amount: '100' })).toEqual([[50_00n], []]);
  });

  it('is shared on the terms of the version that pays it last, whichever version a member was paid by', () => {
    const members = [
      { ...member('left', '1', 0n), pools: ['pool'] },
      member('a', '1', 0n),
      { ...member('other', '1', 0n), pools: ['bonus'] },
    ];
    const credited = 1_000_00n;
    const terms = {
      rounding: 'half-even',
      components: planOf({ rate: '0.1' }).components,
    } as const;
    const paid = (payeeId: string, rate: string, last?: typeof terms) => {
      const pool = { payeeId, members, credited, ...(last && { terms: last }) };
      return earn({ plan: planOf({ rate }), quota: null, credits: [], pool })[0]?.amount ?? 0n;
    };
    expect(paid('left', '0.5', terms)).toBe(50_00n);
    expect(paid('a', '0.1')).toBe(50_00n);
    expect(paid('other', '0.5', terms)).toBe(0n);
    expect(paid('left', '0.5', { ...terms, components: [] })).toBe(0n);
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
