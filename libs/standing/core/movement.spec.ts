import { movement } from './movement.js';

describe('movement', () => {
  const today = '2026-03-31';

  it('is the places gained since yesterday closed', () => {
    expect(movement({ rank: 2, dayStartRank: 5, asOfDay: today }, today)).toBe(3);
    expect(movement({ rank: 5, dayStartRank: 2, asOfDay: today }, today)).toBe(-3);
  });

  it('is unknown when there was no board yesterday', () => {
    expect(movement({ rank: 1, dayStartRank: null, asOfDay: today }, today)).toBeNull();
  });

  it('is none on a day on which nothing has been counted yet', () => {
    expect(movement({ rank: 2, dayStartRank: 5, asOfDay: '2026-03-30' }, today)).toBe(0);
  });
});
