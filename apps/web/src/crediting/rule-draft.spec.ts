import { parseRule } from '@laurel/credit/core';
import { documentOf, draftOf, isComplete } from './rule-draft.js';

const ann = '11111111-1111-4111-8111-111111111111';
const rule = (document: unknown) => ({
  id: 'r',
  name: 'Rule',
  number: 1,
  priority: 3,
  from: '2026-01-01',
  to: null,
  named: [],
  document: parseRule(document),
});

it.each([
  { kind: 'owner', when: { regions: ['Nord'], owners: [ann] } },
  {
    kind: 'split',
    when: {},
    shares: [
      { payee: 'owner', share: '0.625' },
      { payee: ann, share: '0.375' },
    ],
  },
  { kind: 'overlay', when: { products: ['GTX'] }, payee: ann, share: '0.125' },
  { kind: 'territory', when: { accounts: ['Acme'] }, payee: ann },
  { kind: 'territory', when: { regions: ['Nord'] }, payee: ann, onTop: '1' },
  {
    kind: 'rollUp',
    when: { amountAtLeast: { amount: '10.00', currency: 'EUR' } },
    levels: 2,
    overlays: true,
  },
])('the form keeps what %j says', (document) => {
  const draft = draftOf(rule(document), 'EUR', '2026-02-01', 'de');
  expect(documentOf(draft, rule(document).document)).toEqual(document);
  expect(isComplete(draft)).toBe(true);
});

it('asks for a payee and a name before it saves', () => {
  const draft = draftOf(undefined, 'EUR', '2026-02-01', 'en');
  expect(isComplete(draft)).toBe(false);
  expect(isComplete({ ...draft, name: 'x', payee: ann })).toBe(true);
  expect(isComplete({ ...draft, name: 'x', payee: ann, to: '2026-02-01' })).toBe(false);
});
