import { deal, original, settle } from './example.js';
import type { PostedMovement } from './movement.js';
import { nothingCarried, type PeriodPay } from './period-pay.js';
import type { SettlementSettings } from './settings.js';
import { settlePeriod } from './settle.js';

const draw = { amount: '20.00', recoverable: true, recovery: 'keep-draw', paid: 'top-up' } as const;

const said = ({ account, kind, amount, pay, originalPeriod }: PostedMovement) =>
  `${account} ${kind} ${amount} ${pay} of ${originalPeriod}`;
const earned = (amount: bigint, dealId: string | null = 'd') => ({ earned: [{ dealId, amount }] });

describe('settlePeriod', () => {
  it('posts nothing for a plan that pays at once', () => {
    expect(settle({}, [earned(100n)])).toEqual([
      { movements: [], carried: nothingCarried, payout: 100n },
    ]);
  });

  it('holds back of deals, and releases with the cash of each month', () => {
    const deals = {
      d: deal({
        payments: [
          { on: '2026-01-31', amount: 250_00n },
          { on: '2026-03-01', amount: 750_00n },
        ],
      }),
    };
    const settings = { holdback: { share: '0.3', release: { by: 'cash' } } } as const;
    const months = settle(
      settings,
      [{ earned: [...earned(100n).earned, ...earned(7n, null).earned] }, {}, {}],
      deals,
    );
    expect(months.map(({ payout }) => payout)).toEqual([85n, 0n, 22n]);
    expect(months.map(({ movements }) => movements.map(said))).toEqual([
      ['holdback held 30 -30 of 2026-01', 'holdback released -8 8 of 2026-01'],
      [],
      ['holdback released -22 22 of 2026-01'],
    ]);
  });

  it('releases on a day, and at milestones, by the plan of the original period', () => {
    const onDay = { by: 'date', afterMonths: 1 } as const;
    const dated = settle({ holdback: { share: '0.5', release: onDay } }, [earned(100n), {}, {}]);
    expect(dated.map(({ payout }) => payout)).toEqual([50n, 0n, 50n]);
    const milestones = [
      { name: 'go-live', share: '0.6' },
      { name: 'renewal', share: '0.4' },
    ];
    const release = { by: 'milestone', milestones } as const;
    const reached = { d: deal({ milestones: { 'go-live': '2026-02-28', renewal: '2026-03-01' } }) };
    const months = settle({ holdback: { share: '1', release } }, [earned(100n), {}, {}], reached);
    expect(months.map(({ payout }) => payout)).toEqual([0n, 60n, 40n]);
  });

  it('pays instalments of what is not held back', () => {
    const instalments = [0, 1, 2].map((after) => ({ after, share: '1/3' }));
    const settings = {
      holdback: { share: '0.1', release: { by: 'date', on: '2026-03-31' } },
      instalments,
    } as const;
    const months = settle(settings, [earned(100n), {}, {}, {}]);
    expect(months.map(({ payout }) => payout)).toEqual([30n, 30n, 40n, 0n]);
    expect(months[0]!.movements.map(said)).toEqual([
      'holdback held 10 -10 of 2026-01',
      'instalment deferred 90 -90 of 2026-01',
      'instalment due -30 30 of 2026-01',
    ]);
  });

  it('cancels what waits, takes back what was paid, and carries what a month does not pay', () => {
    const settings: SettlementSettings = {
      instalments: [0, 4].map((after) => ({ after, share: '0.5' })),
      clawback: { take: 'paid', share: 'months-left', withinMonths: 12 },
    };
    const cancelled = [
      {
        dealId: 'd',
        original: original('2026-01', settings),
        earned: 1_200n,
        service: { months: 12, served: 1 },
      },
    ];
    const months = settle(settings, [
      earned(1_200n),
      { cancelled, ...earned(200n, null) },
      earned(1_000n, null),
      {},
      {},
    ]);
    expect(months.map(({ payout }) => payout)).toEqual([600n, 0n, 700n, 0n, 0n]);
    expect(months[1]!.movements.map(said)).toEqual([
      'instalment cancelled -600 0 of 2026-01',
      'clawback owed -500 0 of 2026-01',
      'clawback recovered 200 -200 of 2026-02',
    ]);
    expect(months.map(({ carried }) => carried.clawback)).toEqual([0n, -300n, 0n, 0n, 0n]);
  });

  it('takes nothing back of a deal that lasted as long as it was paid for', () => {
    const settings: SettlementSettings = { clawback: { take: 'all', share: '1', withinMonths: 6 } };
    const lasted = { months: 6, served: 6 };
    const cancelled = [
      { dealId: 'd', original: original('2026-01', settings), earned: 5n, service: lasted },
    ];
    expect(settle(settings, [earned(5n), { cancelled }])[1]!.movements).toEqual([]);
  });

  it('does not let a claw-back make a month one that a draw brings up', () => {
    const settings: SettlementSettings = { draw, clawback: { take: 'all', share: '1' } };
    const cancelled = [
      {
        dealId: 'd',
        original: original('2026-01', settings),
        earned: 50_00n,
        service: { months: 1, served: 0 },
      },
    ];
    const months = settle(settings, [earned(50_00n), { cancelled, ...earned(30_00n, null) }, {}]);
    expect(months.map(({ payout }) => payout)).toEqual([50_00n, 0n, 0n]);
    expect(months.map(({ carried }) => [carried.draw, carried.clawback])).toEqual([
      [0n, 0n],
      [0n, -20_00n],
      [-20_00n, 0n],
    ]);
  });

  it('guarantees the first periods, and recovers a draw from a plan that has none any more', () => {
    const guaranteed = settle({ guarantee: { amount: '1.00', periods: 2 } }, [{}, earned(40n), {}]);
    expect(guaranteed.map(({ payout }) => payout)).toEqual([100n, 100n, 0n]);
    expect(guaranteed[1]!.movements.map(said)).toEqual(['draw guaranteed 0 60 of 2026-02']);
    const [drawn] = settle({ draw }, [{}]);
    const pay: PeriodPay = {
      ...original('2026-02', {}),
      currency: 'EUR',
      tenure: null,
      cancelled: [],
      ...earned(30_00n),
    };
    const later = settlePeriod(pay, drawn!.carried, { deals: new Map() });
    expect(later.movements.map(said)).toEqual(['draw recovered 2000 -2000 of 2026-02']);
  });
});
