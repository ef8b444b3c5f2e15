import { brokenPlace, nameOf, placeOf, stepsOf } from './json-place.js';

const text = JSON.stringify(
  { period: 'month', components: [{ kind: 'flat' }, { kind: 'tiers', tiers: [{ from: '0' }] }] },
  null,
  2,
);
const at = (path: string) => {
  const { from, to } = placeOf(text, path);
  return text.slice(from, to);
};

it('finds a value by its path', () => {
  expect(stepsOf('components[1].tiers[0].from')).toEqual(['components', 1, 'tiers', 0, 'from']);
  expect(at('components[1].tiers[0].from')).toBe('"0"');
  expect(at('components[1].kind')).toBe('"tiers"');
  expect(at('period')).toBe('"month"');
});

it('stands at the name or the bracket of what a value is missing in', () => {
  expect(at('components[1].tiers')).toBe('"tiers"');
  expect(placeOf(text, 'components[1].tiers[0].rate')).toEqual(
    placeOf(text, 'components[1].tiers[0]'),
  );
  expect(at('components[0].name')).toBe('{');
  expect(placeOf(text, 'components[0].name').from).toBe(text.indexOf('{', 5));
  expect(at('currency')).toBe('{');
});

it('marks a name that is wrong itself', () => {
  const { from, to } = nameOf(text, 'components[0].kind');
  expect(text.slice(from, to)).toBe('"kind"');
});

it('finds where a text stops being JSON', () => {
  expect(brokenPlace(text)).toBeNull();
  const broken = text.replace('"month",', '"month"');
  expect(brokenPlace(broken)!.from).toBeGreaterThanOrEqual(broken.indexOf('"month"') + 7);
  expect(brokenPlace('')).not.toBeNull();
});
