import {
  countedIn,
  depthOf,
  type Figure,
  headlineOf,
  heatOf,
  signed,
  slicesOf,
  stepsOf,
  trendOf,
} from './report-view.js';

const cell = (item: string, groupId: string, more: Partial<Figure> = {}): Figure => ({
  item,
  groupId,
  people: 7,
  score: null,
  low: null,
  high: null,
  mean: null,
  change: null,
  clear: null,
  question: null,
  ...more,
});
const groups = [
  { id: 'all', dimension: 'all', name: 'all', parent: null },
  { id: 'team:n', dimension: 'team', name: 'North', parent: 'all' },
  { id: 'team:c', dimension: 'team', name: 'City', parent: 'team:n' },
  { id: 'role:rep', dimension: 'role', name: 'rep', parent: 'all' },
];

it('is known by the score of 0 to 10, else by that of 1 to 10, of the whole', () => {
  const ten = cell('a', 'all', { score: 4, question: { id: 'a', kind: 'oneToTen' } });
  const zero = cell('b', 'all', { score: -9, question: { id: 'b', kind: 'zeroToTen' } });
  const team = cell('b', 'team:n', { score: 50, question: { id: 'b', kind: 'zeroToTen' } });
  expect(headlineOf([team, ten, zero])).toBe(zero);
  expect(headlineOf([team, ten])).toBe(ten);
  expect(headlineOf([team])).toBeUndefined();
  expect(headlineOf([team], 'team:n')).toBe(team);
});

it.each([
  [12, '+12'],
  [0, '0'],
  [-12, '−12'],
])('writes %i as %s', (score, text) => expect(signed(score)).toBe(text));

it('speaks of a change only where it is more than noise', () => {
  expect(trendOf({ change: 30, clear: false })).toBe('unclear');
  expect(trendOf({ change: 30, clear: true })).toBe('up');
  expect(trendOf({ change: -3, clear: true })).toBe('down');
  expect(trendOf({ change: null, clear: null })).toBeUndefined();
});

it('says in which group above a small one is counted', () => {
  const cells = [cell('q', 'all'), cell('q', 'team:n'), cell('p', 'all')];
  expect(countedIn(groups, cells, 'q', 'team:c')?.name).toBe('North');
  expect(countedIn(groups, cells, 'p', 'team:c')?.name).toBe('all');
  expect(countedIn(groups, cells, 'x', 'team:c')).toBeUndefined();
});

it('sets teams below each other and offers one dimension at a time', () => {
  expect(groups.map((group) => depthOf(groups, group))).toEqual([0, 0, 1, 0]);
  expect(slicesOf(groups)).toEqual(['team']);
  const finance = { id: 'role:finance', dimension: 'role', name: 'finance', parent: 'all' };
  expect(slicesOf([...groups, finance])).toEqual(['team', 'role']);
});

it.each([
  [{ score: -100, mean: null }, 1],
  [{ score: 0, mean: null }, 3],
  [{ score: 100, mean: null }, 5],
  [{ score: null, mean: 4.4 }, 4],
  [{ score: null, mean: null }, undefined],
])('places %j at %s of 5', (figure, step) => expect(heatOf(figure)).toBe(step));

it('names the steps of each kind of question, the lowest first', () => {
  expect(stepsOf({ kind: 'zeroToTen', options: [] })).toHaveLength(11);
  expect(stepsOf({ kind: 'oneToTen', options: [] })[0]).toBe(1);
  expect(stepsOf({ kind: 'agreement', options: [] })).toEqual([1, 2, 3, 4, 5]);
  expect(stepsOf({ kind: 'choice', options: [{ en: 'A' }] })).toEqual([{ en: 'A' }]);
});
