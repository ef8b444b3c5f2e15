import {
  cancellationFaults,
  notCancelled,
  settleCancellation,
  type CancellationWish,
} from './cancellation.js';

const sale = { status: 'won', closedOn: '2026-01-31' } as const;
const known = { cancelledOn: '2026-05-02', cancelReason: 'Moved', monthsServed: 3 };
const codes = (wish: CancellationWish, before = notCancelled, of: Sale = sale) =>
  cancellationFaults(wish, { ...of, ...settleCancellation(wish, before, of) }).map(
    ({ field, fault }) => `${field} ${fault.code}`,
  );
type Sale = { status: 'open' | 'won' | 'lost'; closedOn: string | null };

describe('settling a cancellation', () => {
  it('keeps what is not mentioned, reads months as text, and is gone without a day', () => {
    expect(settleCancellation({}, known, sale)).toEqual(known);
    expect(settleCancellation({ monthsServed: '12', cancelReason: ' ' }, known, sale)).toEqual({
      cancelledOn: '2026-05-02',
      cancelReason: null,
      monthsServed: 12,
    });
    expect(settleCancellation({ cancelledOn: null }, known, sale)).toEqual(notCancelled);
    expect(settleCancellation({}, known, { status: 'lost' })).toEqual(notCancelled);
  });

  it('takes the day of the sale and every later one', () => {
    expect(codes({ cancelledOn: '2026-01-31', monthsServed: 0 })).toEqual([]);
    expect(codes({ cancelledOn: '2026-01-30' })).toEqual(['cancelledOn BEFORE_CLOSE']);
    expect(codes({ cancelledOn: '2026-02-30' })).toEqual(['cancelledOn NOT_A_DAY']);
  });

  it('cancels won deals only', () => {
    const open: Sale = { status: 'open', closedOn: null };
    expect(codes({ cancelledOn: '2026-03-01' }, notCancelled, open)).toEqual([
      'cancelledOn NOT_WON',
    ]);
  });

  it('wants a day for a reason, and whole months', () => {
    expect(codes({ cancelReason: 'Moved' })).toEqual(['cancelledOn REQUIRED']);
    expect(codes({ cancelledOn: null, monthsServed: '2' }, known)).toEqual([
      'cancelledOn REQUIRED',
    ]);
    expect(codes({ cancelReason: 'Moved' }, known)).toEqual([]);
    for (const monthsServed of ['1.5', '-1', 1201, 'two'])
      expect(codes({ monthsServed }, known)).toEqual(['monthsServed NOT_A_COUNT']);
    expect(codes({ cancelReason: 'x'.repeat(1001) }, known)).toEqual([
      'cancelReason TEXT_TOO_LONG',
    ]);
  });
});
