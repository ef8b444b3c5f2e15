import type { ParsedRow } from '@laurel/shared/core';
import { judgeQuotas, type QuotaContext } from './judge-quotas.js';

const context: QuotaContext = {
  referents: new Map([
    ['Ann', ['a']],
    ['ann@laurel.test', ['a']],
    ['Ben', ['b']],
    ['Kim', ['k1', 'k2']],
  ]),
  currencies: new Map([
    ['a', 'EUR'],
    ['b', 'JPY'],
  ]),
  closed: new Set(['2025-Q4']),
  currency: 'EUR',
};
const row = (member: string, period: string, amount = 90_000_00n, currency?: string) => ({
  member,
  period,
  amount,
  ...(currency && { currency }),
});
const rows = (...values: ParsedRow['values'][]): ParsedRow[] =>
  values.map((each, i) => ({ row: i + 2, values: each, attributes: {} }));

describe('judgeQuotas', () => {
  it('keeps what is right, under the name of the period', () => {
    const { entries, rejections } = judgeQuotas(
      rows(row('Ann', 'Q1 2026'), row('Ben', '2026', 500n, 'JPY')),
      context,
    );
    expect(rejections).toEqual([]);
    expect(entries).toEqual([
      { memberId: 'a', period: '2026-Q1', amount: 90_000_00n },
      { memberId: 'b', period: '2026', amount: 500n },
    ]);
  });

  it.each([
    ['UNKNOWN', row('Zoe', '2026')],
    ['AMBIGUOUS', row('Kim', '2026')],
    ['NO_PERIOD', row('Ann', 'soon')],
    ['PERIOD_LOCKED', row('Ann', '2025-Q4')],
    ['NEGATIVE', row('Ann', '2026', -1n)],
    ['OTHER_CURRENCY', row('Ben', '2026')],
  ])('refuses with %s', (code, values) => {
    expect(judgeQuotas(rows(values), context)).toMatchObject({
      entries: [],
      rejections: [{ row: 2, code }],
    });
  });

  it('sees that a name and an e-mail mean the same person', () => {
    const twice = rows(row('Ann', '2026-Q1'), row('ann@laurel.test', 'Q1 2026'));
    const { entries, rejections } = judgeQuotas(twice, context);
    expect(entries).toHaveLength(1);
    expect(rejections).toMatchObject([{ row: 3, code: 'REPEATED' }]);
  });
});
