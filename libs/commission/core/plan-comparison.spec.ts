import fc from 'fast-check';
import { examplePlan } from './example.js';
import { changesBetween, comparePlans, isSamePlan, type SettingChange } from './plan-comparison.js';
import { parsePlan } from './plan.js';

const changed = (components: readonly object[], more: object = {}) =>
  parsePlan({ ...examplePlan, ...more, components });
const [tiers, spiff, override] = examplePlan.components as [object, object, object];

describe('comparePlans', () => {
  it('finds nothing between a plan and itself', () => {
    expect(isSamePlan(comparePlans(examplePlan, structuredClone(examplePlan)))).toBe(true);
  });

  it('tells the changed setting of a component by its place', () => {
    const after = changed([tiers, { ...spiff, amount: '9.00' }, override], { rounding: 'half-up' });
    const { plan, components } = comparePlans(examplePlan, after);
    expect(plan).toEqual([{ path: 'rounding', before: 'half-even', after: 'half-up' }]);
    expect(components.map(({ name, change }) => [name, change])).toEqual([
      ['commission', 'same'],
      ['starter', 'changed'],
      ['team', 'same'],
    ]);
    expect(components[1]!.settings).toEqual([{ path: 'amount', before: '7.50', after: '9.00' }]);
  });

  it('knows components by their name, wherever they stand', () => {
    const added = { ...spiff, name: 'more' };
    const comparison = comparePlans(examplePlan, changed([override, added, tiers]));
    expect(comparison.components.map(({ name, change }) => [name, change])).toEqual([
      ['team', 'same'],
      ['more', 'added'],
      ['commission', 'same'],
      ['starter', 'removed'],
    ]);
    expect(comparison.components[3]!.settings).toContainEqual({
      path: 'amount',
      before: '7.50',
      after: undefined,
    });
    expect(comparison.reordered).toBe(true);
    expect(isSamePlan(comparison)).toBe(false);
  });
});

describe('changesBetween', () => {
  const swapped = (changes: readonly SettingChange[]) =>
    changes.map(({ path, before, after }) => ({ path, before: after, after: before }));
  const byPath = (changes: readonly SettingChange[]) =>
    changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));

  it('is empty exactly for equal values, and the same the other way round', () => {
    const keys = fc.constantFrom('rate', 'from', 'tiers', 'cap');
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('0', '0.5', '1', true, 3),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, value, (before, after) => {
        const changes = changesBetween(before, after);
        expect(changes.length === 0).toBe(sorted(before) === sorted(after));
        expect(byPath(changesBetween(after, before))).toEqual(byPath(swapped(changes)));
      }),
    );
  });
});

/** As text, whatever order the keys stand in. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
