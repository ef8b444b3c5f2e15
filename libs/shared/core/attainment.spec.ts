import { attainment } from './attainment.js';

describe('attainment', () => {
  it('is actual ÷ target, and undefined without a target', () => {
    expect(attainment(47_208_00n, 90_000_00n)).toBe('0.52453333');
    expect(attainment(-5n, 10n)).toBe('-0.5');
    expect(attainment(5n, 0n)).toBeNull();
    expect(attainment(5n, null)).toBeNull();
  });
});
