import { earn } from '../earn.js';
import { credit, examplePlan as plan, quota } from '../example.js';
import { explain } from './explain.js';

const said = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const linesFor = (...credits: ReturnType<typeof credit>[]) => earn({ plan, quota, credits });

describe('explain', () => {
  const [, tier] = linesFor(credit('A', 400_00n), credit('B', 100_33n, { product: 'Gold' }));

  it('tells a tier line with its place, rate, multiplier and rounding', () => {
    expect(said(explain(tier!, 'en'))).toBe(
      'Before this deal you had been credited €400.00. ' +
        '€100.00 of this deal falls between 0% and 50% of your quota of €1,000.00. This part pays 5%: €6.00. ' +
        'The product of this deal counts 1.2 times.',
    );
    expect(said(explain(tier!, 'de-DE'))).toBe(
      'Vor diesem Abschluss waren dir 400,00 € gutgeschrieben. ' +
        '100,00 € dieses Abschlusses liegen zwischen 0 % und 50 % deiner Quote von 1.000,00 €. Dieser Teil bringt 5 %: 6,00 €. ' +
        'Das Produkt dieses Abschlusses zählt 1,2-fach.',
    );
  });

  it('tells what was rounded, and an open top tier', () => {
    const top = linesFor(credit('A', 1_000_00n), credit('B', 5n)).at(-1)!;
    expect(said(explain(top, 'en'))).toContain('falls above 100% of your quota');
    expect(said(explain(top, 'en'))).toContain(
      'The exact result is €0.005; it is rounded once, an exact half to the even neighbour.',
    );
  });

  it('tells the date that credits a deal, unless it is the day of closing', () => {
    const on = (datedBy: 'closed' | 'booked' | 'invoiced' | 'paid', locale: string) =>
      said(explain({ ...tier!, credit: { creditedOn: '2026-02-03', datedBy } }, locale));
    expect(on('closed', 'en')).toBe(said(explain(tier!, 'en')));
    expect(on('invoiced', 'en')).toMatch(
      /^This deal is credited on the date of its invoice: 2026-02-03\. Before/,
    );
    expect(on('booked', 'de')).toMatch(
      /^Dieser Abschluss zählt an dem Tag, an dem er gebucht wurde: 3\.2\.2026\. Vor/,
    );
    expect(on('paid', 'de')).toMatch(/dieser Teil kam am 3\.2\.2026 an\. Vor/);
  });

  it('tells bonuses and overrides', () => {
    const [bonus] = linesFor(credit('A', 0n, { product: 'Starter' }));
    const [override] = linesFor(credit('A', 300_00n, { kind: 'rollUp', level: 1 }));
    expect(said(explain(bonus!, 'en'))).toBe(
      'Each deal of this product pays a fixed bonus of €7.50.',
    );
    expect(said(explain(override!, 'de'))).toBe(
      'Deinen Teams wurden in diesem Zeitraum 300,00 € gutgeschrieben. Du erhältst davon 1 %: 3,00 €.',
    );
  });

  it('tells what is paid for each thing', () => {
    const counted = { ...tier!, kind: 'flat' as const, base: '3', rate: '200', multiplier: '1' };
    const line = {
      ...counted,
      creditedBefore: null,
      amount: 600n,
      exact: '600',
      detail: { measure: 'quantity' },
    };
    expect(said(explain(line, 'en'))).toBe('3 units at €2.00 each is €6.00.');
    expect(said(explain({ ...line, base: '1', detail: { measure: 'count' } }, 'de'))).toBe(
      '1 Abschluss zu je 2,00 € sind 6,00 €.',
    );
  });

  it('reads the same from GraphQL, where money is text', () => {
    const sent = {
      ...tier!,
      amount: '600',
      creditedBefore: '40000',
      quota: '100000',
      multiplier: '1.20',
    };
    expect(explain(sent, 'en')).toBe(explain(tier!, 'en'));
  });
});
