import fc from 'fast-check';
import { makesCycle, teamTree, type MemberSpan, type TeamNode } from './team-tree.js';
import { positions, type Position } from './membership.js';

const teams: TeamNode[] = [
  { id: 'sales', parentId: null },
  { id: 'north', parentId: 'sales' },
  { id: 'harbour', parentId: 'north' },
];
const span = (
  memberId: string,
  teamId: string,
  position: Position = 'member',
  more = {},
): MemberSpan => ({
  memberId,
  teamId,
  position,
  from: '2026-01-01',
  to: null,
  ...more,
});
const spans = [
  span('Vera', 'sales', 'manager'),
  span('Nils', 'north', 'manager'),
  span('Hanne', 'harbour', 'manager', { to: '2026-07-01' }),
  span('Hugo', 'harbour', 'manager', { from: '2026-07-01' }),
  span('Rita', 'harbour'),
  span('Otto', 'north'),
];

describe('a team tree', () => {
  const tree = teamTree(teams, spans);

  it('names the managers of a member by level, as of a day', () => {
    const above = (day: string) =>
      tree.managersOf('Rita', day).map(({ memberId, level }) => `${level} ${memberId}`);
    expect(above('2026-06-30')).toEqual(['1 Hanne', '2 Nils', '3 Vera']);
    expect(above('2026-07-01')).toEqual(['1 Hugo', '2 Nils', '3 Vera']);
    expect(above('2025-12-31')).toEqual([]);
  });

  it('lets managers answer to the team above', () => {
    expect(tree.managersOf('Nils', '2026-02-01')).toEqual([{ memberId: 'Vera', level: 1 }]);
    expect(tree.managersOf('Vera', '2026-02-01')).toEqual([]);
  });

  it('names everybody below a manager', () => {
    expect([...tree.reportsOf('Nils', '2026-02-01')].sort()).toEqual(['Hanne', 'Otto', 'Rita']);
    expect(tree.reportsOf('Vera', '2026-02-01').size).toBe(4);
    expect(tree.reportsOf('Rita', '2026-02-01').size).toBe(0);
    expect(tree.reportsOf('Hanne', '2026-08-01').size).toBe(0);
  });

  it('refuses a team below itself', () => {
    expect(makesCycle(teams, 'sales', 'harbour')).toBe(true);
    expect(makesCycle(teams, 'north', 'north')).toBe(true);
    expect(makesCycle(teams, 'harbour', 'sales')).toBe(false);
    expect(makesCycle(teams, 'north', null)).toBe(false);
  });
});

describe('any tree, cycles included', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const anyTeams = fc.uniqueArray(fc.record({ id, parentId: fc.option(id) }), {
    selector: (team) => team.id,
  });
  const person = fc.constantFrom('p', 'q', 'r', 's', 't');
  const anySpans = fc.uniqueArray(
    fc.record({ memberId: person, teamId: id, position: fc.constantFrom(...positions) }),
    { selector: (one) => one.memberId, maxLength: 5 },
  );
  const day = '2026-03-31';

  /** A tree as it is stored: every parent exists, and none is below its own child. */
  const sound = (candidates: TeamNode[]): TeamNode[] =>
    candidates.reduce<TeamNode[]>((kept, { id: team, parentId }) => {
      const known = kept.some((other) => other.id === parentId);
      return [...kept, { id: team, parentId: known && parentId !== team ? parentId : null }];
    }, []);

  it('says the same from above and from below', () => {
    fc.assert(
      fc.property(anyTeams.map(sound), anySpans, person, person, (nodes, places, one, other) => {
        const tree = teamTree(
          nodes,
          places.map((place) => span(place.memberId, place.teamId, place.position)),
        );
        const above = tree.managersOf(one, day).some(({ memberId }) => memberId === other);
        expect(tree.reportsOf(other, day).has(one)).toBe(above);
      }),
    );
  });

  it('ends, and never names somebody as their own manager', () => {
    fc.assert(
      fc.property(anyTeams, anySpans, person, (nodes, places, one) => {
        const tree = teamTree(
          nodes,
          places.map((place) => span(place.memberId, place.teamId, place.position)),
        );
        const above = tree.managersOf(one, day).map(({ memberId }) => memberId);
        expect(above).not.toContain(one);
        expect(new Set(above).size).toBe(above.length);
        expect(tree.reportsOf(one, day).has(one)).toBe(false);
      }),
    );
  });

  it('accepts exactly the parents that leave the tree a tree', () => {
    fc.assert(
      fc.property(anyTeams.map(sound), id, fc.option(id), (nodes, team, parent) => {
        const changed = nodes.map((node) =>
          node.id === team ? { ...node, parentId: parent } : node,
        );
        const loops = changed.some((node) => makesCycle(changed, node.id, node.parentId));
        fc.pre(nodes.some((node) => node.id === team));
        expect(makesCycle(nodes, team, parent)).toBe(loops);
      }),
    );
  });
});
