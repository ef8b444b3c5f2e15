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
};
const row = Object.fromEntries(commissionRow(line).map((cell, i) => [commissionHeader[i], cell]));

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
    const cells = commissionRow({ ...line, ...none, entry: 'balance', kind: 'held', plan: null });
    const moved = Object.fromEntries(cells.map((cell, i) => [commissionHeader[i], cell]));
    expect(moved).toMatchObject({ base: '', rate: '', exact: '', amount: '-10.68', plan: '' });
  });

  it('refuses a number that is none', () => {
    expect(() => commissionRow({ ...line, rate: '=1' })).toThrow('column of numbers');
  });

  it('says what the currency of the payout is worth, by the rate or by its opposite', () => {
    const cells = (rateFrom: string) =>
      commissionRow({ ...line, paidIn: 'CHF', rateFrom, ratePaid: '0.8' }).slice(-2);
    expect(cells('EUR')).toEqual(['CHF', '0.8']);
    expect(cells('CHF')).toEqual(['CHF', '1.25']);
    expect(row).toMatchObject({ paid_in: '', paid_rate: '' });
  });
});
