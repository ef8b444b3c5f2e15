import { scoredIn } from './scored.js';

const title = { en: 'Hire two', de: 'Zwei einstellen' };

it('names what a plan has scored, once, with the title it gives', () => {
  const plan = {
    scores: ['churn', 'hiring'],
    components: [
      { kind: 'tiers', basis: 'score', score: 'quality' },
      { kind: 'objectives', objectives: [{ name: 'hiring', title, weight: '1' }] },
      { kind: 'curve', score: 'hiring' },
    ],
  };
  expect(scoredIn(plan)).toEqual([
    { objective: 'quality', title: null },
    { objective: 'hiring', title },
    { objective: 'churn', title: null },
  ]);
});

it.each([[{ components: [{ kind: 'spiff' }] }], [{}], [null], ['plan']])(
  'finds nothing in %j',
  (plan) => expect(scoredIn(plan)).toEqual([]),
);
