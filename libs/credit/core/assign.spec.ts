import fc from 'fast-check';
import { teamTree, type MemberSpan } from '@laurel/people/core';
import { formatDecimal } from '@laurel/shared/core';
import { assignCredits, type CreditableDeal } from './assign.js';

const teams = [
  { id: 'company', parentId: null },
  { id: 'north', parentId: 'company' },
];
const from = '2026-01-01';
const since = (
  memberId: string,
  teamId: string,
  position: MemberSpan['position'],
  to: string | null = null,
) => ({
  memberId,
  teamId,
  position,
  from,
  to,
});
const memberships: MemberSpan[] = [
  since('rep', 'north', 'member', '2026-06-01'),
  { ...since('rep', 'company', 'member'), from: '2026-06-01' },
  since('mate', 'north', 'member'),
  since('lead', 'north', 'manager'),
  since('boss', 'company', 'manager'),
  since('lead', 'company', 'member'),
];
const won: CreditableDeal = {
  id: 'd1',
  ownerId: 'rep',
  amount: 100_00n,
  currency: 'EUR',
  status: 'won',
  closedOn: '2026-03-01',
  removed: false,
  splits: [],
  product: null,
  series: null,
  region: null,
  segment: null,
  account: null,
};
const who = (deal: Partial<CreditableDeal>) =>
  assignCredits({ ...won, ...deal }, teamTree(teams, memberships)).map(
    ({ payeeId, level }) => `${payeeId} ${level}`,
  );

describe('assignCredits', () => {
  it('credits the owner, and every manager above on the day of closing', () => {
    expect(assignCredits(won, teamTree(teams, memberships))).toEqual([
      {
        dealId: 'd1',
        payeeId: 'rep',
        kind: 'direct',
        level: 0,
        amount: 100_00n,
        currency: 'EUR',
        creditedOn: '2026-03-01',
        datedBy: 'closed',
        part: 0,
        rule: null,
      },
      {
        dealId: 'd1',
        payeeId: 'lead',
        kind: 'rollUp',
        level: 1,
        amount: 100_00n,
        currency: 'EUR',
        creditedOn: '2026-03-01',
        datedBy: 'closed',
        part: 0,
        rule: null,
      },
      {
        dealId: 'd1',
        payeeId: 'boss',
        kind: 'rollUp',
        level: 2,
        amount: 100_00n,
        currency: 'EUR',
        creditedOn: '2026-03-01',
        datedBy: 'closed',
        part: 0,
        rule: null,
      },
    ]);
  });

  it('follows a member who moves, from the day of the move', () => {
    expect(who({ closedOn: '2026-05-31' })).toEqual(['rep 0', 'lead 1', 'boss 2']);
    expect(who({ closedOn: '2026-06-01' })).toEqual(['rep 0', 'boss 1']);
    expect(who({ closedOn: '2025-12-31' })).toEqual(['rep 0']);
  });

  it('rolls a manager’s own deal up from the team sold in, never to the manager', () => {
    expect(who({ ownerId: 'lead' })).toEqual(['lead 0', 'boss 1']);
    expect(who({ ownerId: 'boss' })).toEqual(['boss 0']);
  });

  it.each([{ status: 'open' }, { status: 'lost' }, { removed: true }, { closedOn: null }] as const)(
    'credits nobody for %j',
    (deal) => expect(who(deal)).toEqual([]),
  );

  it('credits each payee once with the whole amount, in any team tree, loops included', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const anyTeams = fc.uniqueArray(fc.record({ id, parentId: fc.option(id) }), {
      selector: (team) => team.id,
    });
    const anyMembership = fc.record({
      teamId: id,
      memberId: fc.constantFrom('rep', 'x', 'y'),
      position: fc.constantFrom('member', 'manager'),
      from: fc.constant(from),
      to: fc.constant(null),
    });
    fc.assert(
      fc.property(anyTeams, fc.array(anyMembership), (tree, members) => {
        const credits = assignCredits(won, teamTree(tree, members));
        expect(new Set(credits.map(({ payeeId }) => payeeId)).size).toBe(credits.length);
        expect(
          credits.filter(({ kind }) => kind === 'direct').map(({ payeeId }) => payeeId),
        ).toEqual(['rep']);
        expect(credits.every(({ amount }) => amount === won.amount)).toBe(true);
      }),
    );
  });

  const split = (payeeId: string, share: string, kind: 'split' | 'overlay' = 'split') => ({
    payeeId,
    share,
    kind,
  });
  const parts = (splits: CreditableDeal['splits']) =>
    assignCredits({ ...won, splits }, teamTree(teams, memberships)).map(
      ({ payeeId, kind, level, amount }) => `${payeeId} ${kind} ${level} ${amount}`,
    );

  it('splits the deal instead of crediting the owner, each manager once with the sum', () => {
    expect(parts([split('rep', '0.6'), split('mate', '0.3'), split('stranger', '0.1')])).toEqual([
      'rep split 0 6000',
      'mate split 0 3000',
      'stranger split 0 1000',
      'lead rollUp 1 9000',
      'boss rollUp 2 9000',
    ]);
  });

  it('gives an overlay on top, which rolls up to nobody', () => {
    expect(parts([split('mate', '0.125', 'overlay')])).toEqual([
      'rep direct 0 10000',
      'mate overlay 0 1250',
      'lead rollUp 1 10000',
      'boss rollUp 2 10000',
    ]);
  });

  it('credits a manager for the own part and for that of the team', () => {
    expect(parts([split('lead', '0.5'), split('rep', '0.5')])).toEqual([
      'lead split 0 5000',
      'rep split 0 5000',
      'boss rollUp 1 10000',
      'lead rollUp 1 5000',
    ]);
  });

  it('law 1: the parts sum to the deal, to the minor unit, and nobody rolls up more than it', () => {
    const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const weights = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(amount, weights, (money, others) => {
        const rest = 100_000 - others.reduce((sum, each) => sum + each, 0);
        const splits = [rest, ...others].map((each, i) =>
          split(
            ['rep', 'mate', 'lead'][i] ?? `${i}`,
            formatDecimal({ units: BigInt(each), scale: 5 }),
          ),
        );
        const credits = assignCredits(
          { ...won, amount: money, splits },
          teamTree(teams, memberships),
        );
        const held = credits.filter(({ kind }) => kind === 'split');
        expect(held.reduce((sum, each) => sum + each.amount, 0n)).toBe(money);
        for (const { kind, amount: rolled } of credits)
          if (kind === 'rollUp')
            expect(rolled < 0n ? -rolled : rolled).toBeLessThanOrEqual(money < 0n ? -money : money);
      }),
    );
  });
});
