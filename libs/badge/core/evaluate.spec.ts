import { asFraction } from '@laurel/goal/core';
import fc from 'fast-check';
import { type CreditedDeal, evaluate, type Facts } from './evaluate.js';

const deals = (...amounts: number[]): CreditedDeal[] =>
  amounts.map((amount, i) => ({ externalId: `D-${i + 1}`, amount: BigInt(amount) }));
const facts = (more: Partial<Facts>): Facts => ({ deals: [], positions: {}, ...more });

describe('a number of deals', () => {
  const tenDeals = { kind: 'dealCount', atLeast: 10, in: 'quarter' } as const;
  const amounts = Array.from({ length: 12 }, () => 5);

  it('is earned by the tenth, and by the first ten only', () => {
    const { earned, current, evidence } = evaluate(tenDeals, facts({ deals: deals(...amounts) }));
    expect([earned, current]).toEqual([true, 10]);
    expect(evidence).toEqual(deals(...amounts.slice(2)).map(({ externalId }) => externalId));
  });

  it('is not earned by nine', () => {
    const nine = evaluate(tenDeals, facts({ deals: deals(...amounts.slice(3)) }));
    expect(nine).toEqual({ earned: false, current: 9, target: 10, evidence: [] });
  });
});

describe('quota reached', () => {
  const quotaReached = { kind: 'quotaReached', in: 'quarter' } as const;

  it('is proved by the deal that reached it, to the cent', () => {
    const reached = evaluate(
      quotaReached,
      facts({ deals: deals(60_00, 40_00, 10_00), quota: 100_00n }),
    );
    expect(reached).toEqual({ earned: true, current: 100, target: 100, evidence: ['D-2'] });
  });

  it('is 99 % and not earned one cent below', () => {
    const missed = evaluate(quotaReached, facts({ deals: deals(60_00, 39_99), quota: 100_00n }));
    expect([missed.earned, missed.current]).toEqual([false, 99]);
  });

  it('counts a deal given back', () => {
    const missed = evaluate(quotaReached, facts({ deals: deals(110_00, -20_00), quota: 100_00n }));
    expect(missed).toEqual({ earned: false, current: 90, target: 100, evidence: [] });
  });

  it.each([undefined, 0n])('cannot be earned with a quota of %s', (quota) => {
    expect(evaluate(quotaReached, facts({ deals: deals(1), quota })).earned).toBe(false);
  });
});

describe('top of the board', () => {
  const top = { kind: 'topOfBoard', measure: 'credited', in: 'quarter' } as const;
  const at = (rank: number, score: bigint, best: bigint): Facts['positions'] => ({
    credited: { rank, score: asFraction(score), best: asFraction(best) },
  });

  it('belongs to everybody who shares the first place', () => {
    const first = evaluate(top, facts({ deals: deals(80), positions: at(1, 80n, 80n) }));
    expect([first.earned, first.evidence]).toEqual([true, ['D-1']]);
  });

  it('is measured against the leader, and never looks reached before it is', () => {
    const second = evaluate(top, facts({ deals: deals(1), positions: at(2, 79_999n, 80_000n) }));
    expect([second.earned, second.current]).toEqual([false, 99]);
  });

  it('is nobody’s while nobody has a deal', () => {
    expect(evaluate(top, facts({ positions: at(1, 0n, 0n) })).earned).toBe(false);
  });
});

it('current reaches target exactly when the badge is earned', () => {
  const amounts = fc.array(fc.integer({ min: -50, max: 100 }), { maxLength: 12 });
  const quota = fc.option(fc.bigInt({ min: 0n, max: 400n }), { nil: undefined });
  const criteria = fc.constantFrom(
    { kind: 'dealCount', atLeast: 3, in: 'ever' } as const,
    { kind: 'quotaReached', in: 'month' } as const,
  );
  fc.assert(
    fc.property(criteria, amounts, quota, (rule, given, target) => {
      const result = evaluate(rule, facts({ deals: deals(...given), quota: target }));
      expect(result.current === result.target).toBe(result.earned);
      expect(result.evidence.length > 0).toBe(result.earned);
    }),
  );
});
