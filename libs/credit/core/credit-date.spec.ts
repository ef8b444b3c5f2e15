import fc from 'fast-check';
import { teamTree } from '@laurel/people/core';
import { assignCredits, awaitedCredits, type CreditableDeal } from './assign.js';
import { type CreditDate, type DatedPlan, datesBy, stepsOf } from './credit-date.js';

const deal: CreditableDeal = {
  id: 'D-1',
  ownerId: 'rep',
  amount: 100_00n,
  currency: 'EUR',
  status: 'won',
  closedOn: '2026-03-10',
  bookedOn: '2026-03-12',
  invoicedOn: null,
  payments: [],
  removed: false,
  splits: [
    { payeeId: 'rep', share: '0.6', kind: 'split' },
    { payeeId: 'mate', share: '0.4', kind: 'split' },
    { payeeId: 'expert', share: '0.333', kind: 'overlay' },
  ],
  product: null,
  series: null,
  region: null,
  segment: null,
  account: null,
};
const paid = (day: string, amount: bigint) => ({ day, amount });
const team = [{ id: 'team', parentId: null }];
const membership = (memberId: string, position: 'member' | 'manager') => ({
  memberId,
  teamId: 'team',
  position,
  from: '2026-01-01',
  to: null,
});
const tree = teamTree(team, [
  membership('rep', 'member'),
  membership('mate', 'member'),
  membership('lead', 'manager'),
]);
const creditsOf = (changes: Partial<CreditableDeal>, by: CreditDate) =>
  assignCredits({ ...deal, ...changes }, tree, [], () => by);
const said = (changes: Partial<CreditableDeal>, by: CreditDate) =>
  creditsOf(changes, by).map(
    ({ payeeId, creditedOn, amount, part }) => `${payeeId} ${creditedOn} ${amount} ${part}`,
  );

describe('the date that credits', () => {
  it('is the close date, the booking or the invoice, and none where that is not known', () => {
    expect(stepsOf(deal, 'closed')).toEqual([{ day: '2026-03-10', upTo: 100_00n }]);
    expect(stepsOf(deal, 'booked')).toEqual([{ day: '2026-03-12', upTo: 100_00n }]);
    expect(stepsOf(deal, 'invoiced')).toEqual([]);
    expect(stepsOf({ ...deal, invoicedOn: '2026-04-01' }, 'invoiced')).toEqual([
      { day: '2026-04-01', upTo: 100_00n },
    ]);
  });

  it('with cash follows what has come in, up to the deal and down to nothing', () => {
    const payments = [
      paid('2026-05-02', 30_00n),
      paid('2026-04-01', 50_00n),
      paid('2026-05-02', 40_00n),
      paid('2026-06-01', -150_00n),
      paid('2026-07-01', 40_00n),
    ];
    expect(stepsOf({ ...deal, payments }, 'paid')).toEqual([
      { day: '2026-04-01', upTo: 50_00n },
      { day: '2026-05-02', upTo: 100_00n },
      { day: '2026-06-01', upTo: 0n },
      { day: '2026-07-01', upTo: 10_00n },
    ]);
    expect(stepsOf({ ...deal, amount: 0n }, 'paid')).toEqual([{ day: '2026-03-10', upTo: 0n }]);
  });

  it('splits each part of the cash among all who are credited, whose parts are numbered', () => {
    const payments = [paid('2026-04-01', 50_01n), paid('2026-05-01', 49_99n)];
    expect(said({ payments }, 'paid')).toEqual([
      'rep 2026-04-01 3001 0',
      'rep 2026-05-01 2999 1',
      'mate 2026-04-01 2000 0',
      'mate 2026-05-01 2000 1',
      'expert 2026-04-01 1665 0',
      'expert 2026-05-01 1665 1',
      'lead 2026-04-01 5001 0',
      'lead 2026-05-01 4999 1',
    ]);
  });

  it('says who waits for how much', () => {
    const awaited = (changes: Partial<CreditableDeal>, by: CreditDate) =>
      awaitedCredits({ ...deal, ...changes }, tree, [], () => by).map(
        ({ payeeId, amount, awaits }) => `${payeeId} ${amount} ${awaits}`,
      );
    expect(awaited({}, 'closed')).toEqual([]);
    expect(awaited({}, 'booked')).toEqual([]);
    expect(awaited({}, 'invoiced')).toHaveLength(4);
    const payments = [paid('2026-04-01', 25_00n)];
    expect(awaited({ payments, splits: [] }, 'paid')).toEqual(['rep 7500 paid', 'lead 7500 paid']);
    expect(awaited({ status: 'open' }, 'paid')).toEqual([]);
  });

  it('is that of the plan of each payee on the day of closing', () => {
    const plan = (payeeId: string, changes: Partial<DatedPlan>): DatedPlan => ({
      payeeId,
      assignedFrom: '2026-01-01',
      assignedTo: null,
      effectiveFrom: '2026-01-01',
      number: 1,
      creditDate: 'paid',
      ...changes,
    });
    const dateOf = datesBy(
      new Map([
        [
          'rep',
          [
            plan('rep', {}),
            plan('rep', { effectiveFrom: '2026-03-10', number: 2, creditDate: 'booked' }),
          ],
        ],
        ['mate', [plan('mate', { assignedTo: '2026-03-10' })]],
      ]),
    );
    expect(dateOf('rep', '2026-03-09')).toBe('paid');
    expect(dateOf('rep', '2026-03-10')).toBe('booked');
    expect(dateOf('mate', '2026-03-09')).toBe('paid');
    expect(dateOf('mate', '2026-03-10')).toBe('closed');
    expect(dateOf('lead', '2026-03-10')).toBe('closed');
  });

  it('credits and leaves waiting the whole deal, to the minor unit, however it is paid', () => {
    const cash = fc.array(
      fc.record({
        day: fc.constantFrom('2026-04-01', '2026-05-01', '2026-06-01'),
        amount: fc.bigInt({ min: -500n, max: 5000n }),
      }),
      { maxLength: 6 },
    );
    const amount = fc.bigInt({ min: -3000n, max: 9999n });
    fc.assert(
      fc.property(amount, cash, (worth, payments) => {
        const changed = { ...deal, amount: worth, payments };
        const whole = creditsOf({ amount: worth }, 'closed');
        const parts = assignCredits(changed, tree, [], () => 'paid');
        const left = awaitedCredits(changed, tree, [], () => 'paid');
        for (const credit of whole) {
          const own = [...parts, ...left].filter(
            ({ payeeId, kind }) => payeeId === credit.payeeId && kind === credit.kind,
          );
          expect(own.reduce((sum, each) => sum + each.amount, 0n)).toBe(credit.amount);
        }
        const steps = stepsOf(changed, 'paid');
        steps.forEach(({ day, upTo }, i) => {
          const held = parts.filter((each) => each.creditedOn === day && each.kind === 'split');
          const sum = held.reduce((total, each) => total + each.amount, 0n);
          expect(sum).toBe(upTo - (steps[i - 1]?.upTo ?? 0n));
        });
      }),
      { numRuns: 1000 },
    );
  });
});
