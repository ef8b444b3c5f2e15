import { addDays } from '@laurel/shared/core';
import fc from 'fast-check';
import { moved, positions, spanOn, type Place, type Span } from './membership.js';

const day = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2026-01-01', offset));
const place = fc.record({
  teamId: fc.constantFrom('north', 'south', 'west'),
  position: fc.constantFrom(...positions),
});
const move = fc.tuple(fc.option(place), day);
const history = (moves: [Place | null, string][]): Span[] =>
  moves.reduce<Span[]>((spans, [to, from]) => moved(spans, to, from), []);

describe('moving between teams', () => {
  const north: Span = { teamId: 'north', position: 'member', from: '2026-01-01', to: null };

  it('ends the present place on the day the next begins', () => {
    expect(moved([north], { teamId: 'south', position: 'manager' }, '2026-04-01')).toEqual([
      { ...north, to: '2026-04-01' },
      { teamId: 'south', position: 'manager', from: '2026-04-01', to: null },
    ]);
  });

  it('replaces what was planned from that day on', () => {
    const planned = history([
      [{ teamId: 'north', position: 'member' }, '2026-01-01'],
      [{ teamId: 'south', position: 'member' }, '2026-06-01'],
    ]);
    expect(moved(planned, { teamId: 'west', position: 'member' }, '2026-03-01')).toEqual([
      { ...north, to: '2026-03-01' },
      { teamId: 'west', position: 'member', from: '2026-03-01', to: null },
    ]);
  });

  it('changes nothing when somebody is moved to where they are', () => {
    expect(moved([north], { teamId: 'north', position: 'member' }, '2026-04-01')).toEqual([north]);
  });

  it('keeps the past, sets the future, and never leaves two places on one day', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), move, day, (moves, [to, from], any) => {
        const before = history(moves);
        const after = moved(before, to, from);
        expect(
          after.filter((span) => span.from <= any && (span.to ?? '9999') > any).length,
        ).toBeLessThan(2);
        const expected = any < from ? spanOn(before, any) : (to ?? undefined);
        expect(spanOn(after, any)?.teamId).toBe(expected?.teamId);
        expect(spanOn(after, any)?.position).toBe(expected?.position);
        expect(after.every((span) => span.to === null || span.from < span.to)).toBe(true);
        expect(moved(after, to, from)).toEqual(after);
      }),
    );
  });
});
