import { outlook } from './outlook.js';

const goal = { target: '1000', attainment: '0.4', pace: '1.1', remainingDays: 20 };

describe('outlook', () => {
  it.each([
    [{}, 'ahead'],
    [{ pace: '1' }, 'ahead'],
    [{ pace: '0.9' }, 'near'],
    [{ pace: '0.899' }, 'behind'],
    [{ pace: null }, 'early'],
    [{ attainment: '1.000', pace: '0.2' }, 'reached'],
    [{ remainingDays: 0 }, 'missed'],
    [{ attainment: '1', remainingDays: 0 }, 'reached'],
    [{ target: null, attainment: null }, 'none'],
  ])('of %j is %s', (change, expected) => {
    expect(outlook({ ...goal, ...change })).toBe(expected);
  });
});
