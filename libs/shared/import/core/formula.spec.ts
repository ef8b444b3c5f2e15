import { withoutFormula } from './formula.js';

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  '|cmd',
  '%x',
])('shows %j as text', (text) => expect(withoutFormula(text)).toBe(`'${text}`));

it('leaves other text alone', () => expect(withoutFormula('Acme = 1')).toBe('Acme = 1'));
