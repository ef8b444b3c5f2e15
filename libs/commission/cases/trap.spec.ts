import { linesOf, paid } from './case.js';

describe('traps', () => {
  it('trap-002: every credit counts when it is posted, whatever is paid on it', () => {
    const component = {
      kind: 'tiers',
      basis: 'amount',
      accumulate: 'year',
      pays: 'deal.segment == "revenue"',
      tiers: [{ from: '0', rate: '0.1' }],
    };
    const revenue = { amount: '50', segment: 'revenue' };
    const given = {
      components: [component],
      earlier: { january: { amount: '100', segment: 'revenue' }, february: { amount: '50' } },
      deals: { O1: revenue, 'O1-bookings': { amount: '100' }, O2: revenue },
    };
    const after = linesOf(given).map(({ creditedBefore, base, dealId }) => [
      dealId,
      creditedBefore! + BigInt(base),
    ]);
    expect(after).toEqual([
      ['O1', 200_00n],
      ['O2', 350_00n],
    ]);
    const before = linesOf(given).at(-1)!.creditedBefore;
    expect(before).toBe(300_00n);
  });

  it('trap-003: whoever is added changes the share of all', () => {
    const component = { kind: 'pool', amount: '10' };
    const members = ['a', 'b', 'c', 'd'].map((id) => ({ id, weight: '1', credited: 0n }));
    const shares = (count: number) =>
      members.slice(0, count).map(({ id: payeeId }) => {
        const pool = { payeeId, credited: 100_00n, members: members.slice(0, count) };
        return paid({ components: [component], pool });
      });
    expect(shares(1)).toEqual(['10.00']);
    expect(shares(2)).toEqual(['5.00', '5.00']);
    expect(shares(3)).toEqual(['3.34', '3.33', '3.33']);
    expect(shares(4)).toEqual(['2.50', '2.50', '2.50', '2.50']);
  });
});
