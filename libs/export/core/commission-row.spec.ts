import { commissionHeader, commissionRow, type PaidLine } from './commission-row.js';

const line: PaidLine = {
  entry: 'earning',
  period: '2026-Q1',
  payee: '=HYPERLINK("http://example.com")',
  email: 'ann@example.com',
  deal: '-17',
  dealName: '+49 30 deal',
  product: null,
  closedOn: '2026-02-01',
  plan: '@plan',
  version: 2,
  component: 'commission',
  kind: 'tier',
  tierFrom: '0.5',
  tierTo: null,
  base: '-13350.5',
  rate: '0.08',
  multiplier: '1',
  exact: '-1068.04',
  rounding: 'half-even',
  amount: '-1068',
  currency: 'EUR',
  paidIn: null,
  rateFrom: null,
  ratePaid: null,
  creditedOn: '2026-02-03',
  datedBy: 'invoiced',
};
const read = (paid: PaidLine): Record<string, string> =>
  Object.fromEntries(commissionRow(paid).map((cell, i) => [commissionHeader[i], cell]));
const row = read(line);

describe('commissionRow', () => {
  it('takes the power from text that a spreadsheet would run', () => {
    for (const cell of [row.payee, row.deal, row.deal_name, row.plan]) expect(cell).toMatch(/^'/);
    expect(row.email).toBe('ann@example.com');
  });

  it('keeps numbers numbers, negative ones too', () => {
    expect(row).toMatchObject({
      base: '-133.505',
      exact: '-10.6804',
      amount: '-10.68',
      rate: '0.08',
      tier_to: '',
    });
  });

  it('leaves the cells of the calculation empty where a balance moves the payout', () => {
    const none = { base: null, rate: null, multiplier: null, exact: null, rounding: null };
    const moved = read({ ...line, ...none, entry: 'balance', kind: 'held', plan: null });
    expect(moved).toMatchObject({ base: '', rate: '', exact: '', amount: '-10.68', plan: '' });
  });

  it('refuses a number that is none', () => {
    expect(() => commissionRow({ ...line, rate: '=1' })).toThrow('column of numbers');
  });

  it('says what the currency of the payout is worth, by the rate or by its opposite', () => {
    const rate = (rateFrom: string) =>
      read({ ...line, paidIn: 'CHF', rateFrom, ratePaid: '0.8' }).paid_rate;
    expect([rate('EUR'), rate('CHF')]).toEqual(['0.8', '1.25']);
    expect(row).toMatchObject({ paid_in: '', paid_rate: '' });
  });

  it('says which day of the deal decided the period', () => {
    expect(row).toMatchObject({ credited_on: '2026-02-03', dated_by: 'invoiced' });
  });
});
