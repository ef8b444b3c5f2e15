import { neighbours } from './neighbours.js';

const rows = [
  { name: 'Ann', rank: 1, score: '900' },
  { name: 'Ben', rank: 2, score: '750.5' },
  { name: 'Cem', rank: 2, score: '750.5' },
  { name: 'Dee', rank: 4, score: '100' },
];

describe('neighbours', () => {
  it('are the nearest ahead and behind, with the exact gap; a tie is neither', () => {
    expect(neighbours(rows, rows[2]!)).toEqual({
      ahead: { row: rows[0], gap: '149.5' },
      behind: { row: rows[3], gap: '650.5' },
    });
  });

  it('are missing at the ends', () => {
    expect(neighbours(rows, rows[0]!).ahead).toBeUndefined();
    expect(neighbours(rows, rows[3]!).behind).toBeUndefined();
  });
});
