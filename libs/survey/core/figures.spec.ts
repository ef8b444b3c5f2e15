import { answersTold, figuresOf, type Asked, type WaveFacts } from './figures.js';
import type { Sheet } from './sheet.js';

const question = { id: 'q', kind: 'zeroToTen', driver: null, positive: true, options: [] } as const;
const waveOf = (answers: number): WaveFacts => ({
  groups: [{ id: 'all', dimension: 'all', name: 'all', parent: null }],
  questions: [question],
  invited: Array.from({ length: 20 }, () => ({ groups: ['all'] })),
  sheets: Array.from({ length: 10 }, (_, i) => ({
    groups: ['all'],
    scores: (i < answers ? { q: i } : {}) as Record<string, number>,
    comments: {},
    mailboxes: {},
  })),
  threshold: 5,
});

describe('what is kept of answers', () => {
  it.each([
    [4, 0],
    [5, 5],
  ])('of %i to a question %i stay, as none stay whose figure nobody is told', (answers, kept) => {
    const wave = waveOf(answers);
    expect(answersTold(wave, figuresOf(wave))).toHaveLength(kept);
  });
});

const score: Asked = { ...question, id: 'score' };
const [support, goals] = ['support', 'goals'].map((id): Asked => ({
  ...question,
  id,
  kind: 'agreement',
  driver: 'leadership',
})) as [Asked, Asked];
const sheet = (groups: string[], scores: Record<string, number>): Sheet => ({
  groups,
  scores,
  comments: {},
  mailboxes: {},
});
const times = (count: number, each: (i: number) => Sheet) =>
  Array.from({ length: count }, (_, i) => each(i));
/** Two teams; in the first `without` people left out the second question of the driver. */
const ofTeams = (without: number): WaveFacts => {
  const both = { support: 3, goals: 4 };
  const sheets = [
    ...times(10, () => sheet(['a'], both)),
    ...times(without, () => sheet(['a'], { support: 1 })),
    ...times(10, () => sheet(['b'], both)),
  ];
  const team = (id: string) => ({ id, dimension: 'team' as const, name: id, parent: 'all' });
  return {
    groups: [{ id: 'all', dimension: 'all', name: 'all', parent: null }, team('a'), team('b')],
    questions: [support, goals],
    invited: sheets,
    sheets,
    threshold: 5,
  };
};

describe('the mean of a driver', () => {
  it.each([
    [0, ['all', 'a', 'b']],
    [1, []],
    [4, []],
    [5, ['all', 'a', 'b']],
  ])('is told where none or enough left out one of its questions: %i', (without, shown) => {
    const figures = figuresOf(ofTeams(without));
    const told = figures.filter(({ item }) => item === 'driver:leadership');
    expect(told.map(({ groupId }) => groupId)).toEqual(shown);
  });
});

describe('what goes with the score', () => {
  it.each([
    [0, 1],
    [1, 0],
    [4, 0],
    [5, 1],
  ])('is told where none or enough answered one of the two alone: %i', (alone, told) => {
    const wave = waveOf(0);
    const sheets = [
      ...times(40, (i) => sheet(['all'], { score: i % 11, support: 1 + Math.floor((i % 11) / 3) })),
      ...times(alone, () => sheet(['all'], { score: 0 })),
    ];
    const figures = figuresOf({ ...wave, questions: [score, support], invited: sheets, sheets });
    expect(figures.filter(({ item }) => item === 'link:support')).toHaveLength(told);
  });
});
