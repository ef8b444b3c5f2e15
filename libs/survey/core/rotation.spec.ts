import { questionsOfWave } from './rotation.js';
import { reminded } from './survey-mail.js';

const pool = Array.from({ length: 12 }, (_, i) => ({
  id: `q${i}`,
  kind: i === 0 ? ('zeroToTen' as const) : ('agreement' as const),
}));

describe('questions of a wave', () => {
  it('rest for two waves, and 0-10 for three months, whatever comes', () => {
    const past: { day: string; questionIds: string[] }[] = [];
    const asked: string[] = [];
    for (let week = 0; week < 30; week++) {
      const day = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
      const questionIds = questionsOfWave(pool, past, day, 3);
      expect(questionIds).toHaveLength(3);
      for (const wave of past.slice(-2))
        expect(questionIds.filter((id) => wave.questionIds.includes(id))).toEqual([]);
      if (questionIds.includes('q0')) asked.push(day);
      past.push({ day, questionIds });
    }
    expect(asked).toEqual(['2026-01-05', '2026-04-06', '2026-07-06']);
    expect(new Set(past.flatMap(({ questionIds }) => questionIds)).size).toBe(12);
  });

  it('of a quarterly survey are 0-10 each quarter, and the others when they have rested', () => {
    const quarterly = [
      { id: 'enps', kind: 'zeroToTen' as const },
      { id: 'words', kind: 'text' as const },
    ];
    const past: { day: string; questionIds: string[] }[] = [];
    for (const day of ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'])
      past.push({ day, questionIds: questionsOfWave(quarterly, past, day, 2) });
    expect(past.map(({ questionIds }) => questionIds.join())).toEqual([
      'enps,words',
      'enps',
      'enps',
      'enps,words',
    ]);
  });

  it('are never more than ten', () => {
    expect(questionsOfWave(pool, [], '2026-01-05', 20)).toHaveLength(10);
  });
});

describe('a reminder', () => {
  const tickets = (missing: number) =>
    Array.from({ length: 20 }, (_, i) => ({ id: i, answered: i >= missing }));

  it('goes to those who are missing, and to everybody when they are few', () => {
    expect(reminded(tickets(5), 5)).toHaveLength(5);
    expect(reminded(tickets(4), 5)).toHaveLength(20);
    expect(reminded(tickets(0), 5)).toEqual([]);
  });
});
