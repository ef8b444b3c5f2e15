import { brokenPlace, nameOf, placeOf, putting, saidBy, stepsOf } from './json-place.js';

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

describe('a setting of the whole document', () => {
  const put = (before: string, value = 'paid') => {
    const { place, text } = putting(before, 'creditDate', value)!;
    return before.slice(0, place.from) + text + before.slice(place.to);
  };

  it('is put before the components, and read there', () => {
    expect(put(text)).toBe(text.replace('"components"', '"creditDate": "paid",\n  "components"'));
    expect(saidBy(text, 'creditDate')).toBeNull();
    expect(saidBy(put(text), 'creditDate')).toBe('"paid"');
  });

  it('replaces what was said, whatever it was', () => {
    expect(put(put(text), 'booked')).toBe(put(text, 'booked'));
    expect(put('{"creditDate": 7, "a": 1}')).toBe('{"creditDate": "paid", "a": 1}');
  });

  it('finds its place in a document of one line, in an empty one, and in none', () => {
    expect(put('{"a": 1}')).toBe('{"creditDate": "paid", "a": 1}');
    expect(put('{}')).toBe('{"creditDate": "paid"}');
    expect(put('{"creditDate":}')).toBe('{"creditDate":"paid"}');
    expect(putting('', 'creditDate', 'paid')).toBeNull();
    expect(putting('[]', 'creditDate', 'paid')).toBeNull();
  });
});
