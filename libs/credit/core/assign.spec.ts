import fc from 'fast-check';
import { teamTree, type MemberSpan } from '@laurel/people/core';
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
      },
      {
        dealId: 'd1',
        payeeId: 'lead',
        kind: 'rollUp',
        level: 1,
        amount: 100_00n,
        currency: 'EUR',
        creditedOn: '2026-03-01',
      },
      {
        dealId: 'd1',
        payeeId: 'boss',
        kind: 'rollUp',
        level: 2,
        amount: 100_00n,
        currency: 'EUR',
        creditedOn: '2026-03-01',
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
});
