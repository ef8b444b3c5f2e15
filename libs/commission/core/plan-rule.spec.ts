import fc from 'fast-check';
import { assignedByRules, type PlanRule, type RuledMember } from './plan-rule.js';

/** Sales, and below it the North with the team of Ann's. */
const parents: Record<string, string | undefined> = { north: 'sales', ann: 'north' };
const upFrom = (id: string): string[] => {
  const parent = parents[id];
  return [id, ...(parent ? upFrom(parent) : [])];
};
const context = {
  upFrom,
};

const rule = (id: string, more: Partial<PlanRule> = {}): PlanRule => ({
  id,
  planId: id,
  role: null,
  teamId: null,
  below: true,
  region: null,
  from: '2026-01-01',
  to: null,
  ...more,
});
const member = (more: Partial<RuledMember> = {}): RuledMember => ({
  id: 'm',
  hiredOn: null,
  leftOn: null,
  roles: [{ role: 'rep', region: 'DE', from: '0001-01-01', to: null }],
  places: [{ teamId: 'ann', from: '2026-01-01', to: null }],
  own: [],
  ...more,
});

/** Each span as "plan from to". */
const said = (who: RuledMember, rules: readonly PlanRule[]) =>
  assignedByRules(who, rules, context).spans.map(({ rule: { planId }, from, to }) =>
    [planId, from, to ?? ''].join(' ').trim(),
  );

describe('assignedByRules', () => {
  it('puts those on a plan who are all that the rule names', () => {
    expect(said(member(), [rule('a')])).toEqual(['a 2026-01-01']);
    expect(said(member(), [rule('a', { role: 'manager' })])).toEqual([]);
    expect(said(member(), [rule('a', { region: 'FR' })])).toEqual([]);
    expect(said(member(), [rule('a', { role: 'rep', region: 'DE', teamId: 'ann' })])).toEqual([
      'a 2026-01-01',
    ]);
  });

  it('takes teams below with it, or not', () => {
    expect(said(member(), [rule('a', { teamId: 'sales' })])).toEqual(['a 2026-01-01']);
    expect(said(member(), [rule('a', { teamId: 'sales', below: false })])).toEqual([]);
    expect(said(member(), [rule('a', { teamId: 'ann', below: false })])).toEqual(['a 2026-01-01']);
  });

  it('follows the dated places in teams, roles, the day of coming and of leaving', () => {
    const places = [
      { teamId: 'ann', from: '2026-01-01', to: '2026-04-01' },
      { teamId: 'sales', from: '2026-04-01', to: null },
    ];
    expect(said(member({ places }), [rule('a', { teamId: 'north' })])).toEqual([
      'a 2026-01-01 2026-04-01',
    ]);
    const roles = [
      { role: 'rep', region: null, from: '0001-01-01', to: '2026-03-01' },
      { role: 'manager', region: null, from: '2026-03-01', to: null },
    ];
    expect(said(member({ roles }), [rule('a', { role: 'rep' })])).toEqual([
      'a 2026-01-01 2026-03-01',
    ]);
    const stay = { hiredOn: '2026-02-10', leftOn: '2026-05-01' };
    expect(said(member(stay), [rule('a', { to: '2026-12-01' })])).toEqual([
      'a 2026-02-10 2026-05-01',
    ]);
  });

  it('leaves days with a plan of their own alone', () => {
    const own = [{ from: '2026-02-01', to: '2026-03-01' }];
    expect(said(member({ own }), [rule('a')])).toEqual(['a 2026-01-01 2026-02-01', 'a 2026-03-01']);
  });

  it('lets the lowest team win, then a region, then a role', () => {
    const all = [
      rule('all'),
      rule('reps', { role: 'rep' }),
      rule('here', { region: 'DE' }),
      rule('sales', { teamId: 'sales' }),
      rule('north', { teamId: 'north', from: '2026-07-01' }),
    ];
    expect(said(member(), all)).toEqual(['sales 2026-01-01 2026-07-01', 'north 2026-07-01']);
    expect(said(member({ places: [] }), all)).toEqual(['here 2026-01-01']);
    expect(
      said(
        member({
          places: [],
          roles: [{ role: 'rep', region: null, from: '0001-01-01', to: null }],
        }),
        all,
      ),
    ).toEqual(['reps 2026-01-01']);
  });

  it('names a conflict of two that name equally much, for its days', () => {
    const two = [rule('a', { role: 'rep' }), rule('b', { role: 'rep', from: '2026-10-01' })];
    const { spans, conflicts } = assignedByRules(member(), two, context);
    expect(spans.map(({ rule: { id } }) => id)).toEqual(['a']);
    expect(conflicts).toEqual([{ rules: [two[0], two[1]], from: '2026-10-01', to: null }]);
    const same = [rule('a'), rule('b', { planId: 'a' })];
    expect(assignedByRules(member(), same, context).conflicts).toEqual([]);
  });

  it('never puts anybody on two plans on one day, nor on a day that is their own', () => {
    const day = fc
      .integer({ min: 1, max: 28 })
      .map((each) => `2026-01-${String(each).padStart(2, '0')}`);
    const days = fc
      .tuple(day, day)
      .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: null }));
    const place = fc.record({ teamId: fc.constantFrom('sales', 'north', 'ann') });
    const withDays = <T extends object>(each: fc.Arbitrary<T>) =>
      fc.array(
        fc.tuple(each, days).map(([one, span]) => ({ ...one, ...span })),
        { maxLength: 4 },
      );
    const named = fc.record({
      planId: fc.constantFrom('a', 'b'),
      role: fc.constantFrom('rep', null),
      teamId: fc.constantFrom('sales', 'ann', null),
      below: fc.boolean(),
    });
    fc.assert(
      fc.property(
        withDays(named),
        withDays(place),
        withDays(fc.constant({})),
        (named, places, own) => {
          const rules = named.map((each, i) => rule(String(i), each));
          const { spans } = assignedByRules(member({ places, own }), rules, context);
          for (const [i, span] of spans.entries())
            if (i) expect(span.from >= spans[i - 1]!.to!).toBe(true);
          for (const each of own)
            for (const span of spans)
              expect(
                (span.to !== null && span.to <= each.from) ||
                  (each.to !== null && each.to <= span.from),
              ).toBe(true);
        },
      ),
    );
  });
});
