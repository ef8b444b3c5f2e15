import { treeOf } from './team-tree.js';

const team = (id: string, parentId: string | null) => ({ id, name: id, parentId });

it('puts every team under the one it belongs to, by name', () => {
  const teams = [team('North', 'Sales'), team('East', 'Sales'), team('Sales', null)];
  expect(treeOf(teams).map(({ team, depth }) => [team.name, depth])).toEqual([
    ['Sales', 0],
    ['East', 1],
    ['North', 1],
  ]);
});

it('starts at the top of what one may see', () => {
  expect(treeOf([team('North', 'Sales')]).map(({ depth }) => depth)).toEqual([0]);
});
