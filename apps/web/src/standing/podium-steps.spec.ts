import { podiumSteps } from './podium-steps.js';

const ranks = (...list: number[]) => list.map((rank, id) => ({ id, rank }));
const shape = (...list: number[]) =>
  podiumSteps(ranks(...list)).map((step) => step.map(({ rank }) => rank));

describe('podium', () => {
  it('has a step for each of the first three places', () => {
    expect(shape(1, 2, 3, 4, 5)).toEqual([[1], [2], [3]]);
  });

  it('lets those who tie share a step', () => {
    expect(shape(1, 1, 3, 4)).toEqual([[1, 1], [3]]);
    expect(shape(1, 2, 3, 3)).toEqual([[1], [2], [3, 3]]);
  });

  it('is left out when too few or too many would stand on it', () => {
    expect(shape(1, 2)).toEqual([]);
    expect(shape(1, 1, 1, 1, 1, 1)).toEqual([]);
  });
});
