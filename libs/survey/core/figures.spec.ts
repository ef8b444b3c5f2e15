import { answersTold, figuresOf, type WaveFacts } from './figures.js';

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
