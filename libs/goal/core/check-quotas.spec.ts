import { checkQuotas } from './check-quotas.js';

const members = new Set(['ann', 'ben']);
const entry = (memberId: string, period = '2026-Q1', amount = 90_000_00n) => ({
  memberId,
  period,
  amount,
});

describe('checkQuotas', () => {
  it('lets good quotas pass, also the same member in another period', () => {
    const good = [entry('ann'), entry('ben', '2026-Q1', 0n), entry('ann', '2026')];
    expect(checkQuotas(good, members)).toEqual([]);
  });

  it('names row, field and reason of every bad one', () => {
    const bad = [entry('zoe'), entry('ann', '2026-Q5'), entry('ben'), entry('ann', '2026', -1n)];
    expect(checkQuotas([...bad, entry('ben')], members)).toEqual([
      { row: 1, field: 'memberId', reason: expect.stringContaining('No member') },
      { row: 2, field: 'period', reason: expect.stringContaining('2026-Q5') },
      { row: 4, field: 'amount', reason: expect.stringContaining('negative') },
      { row: 5, field: 'period', reason: expect.stringContaining('another amount') },
    ]);
  });
});
