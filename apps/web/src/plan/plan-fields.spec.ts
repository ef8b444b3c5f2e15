import { type Plan, versionOn } from './plan-fields.js';

const version = (number: number, effectiveFrom: string) => ({
  id: `v${number}`,
  number,
  effectiveFrom,
  document: {},
  createdAt: '2026-01-01T00:00:00Z',
  author: null,
});
const plan: Plan = {
  id: 'p',
  name: 'Field',
  assignments: [],
  rules: [],
  versions: [version(1, '2026-01-01'), version(2, '2026-07-01'), version(3, '2026-07-01')],
};

it.each([
  ['2026-06-30', 1],
  ['2026-07-01', 3],
  ['2025-01-01', 1],
])('on %s version %i holds', (day, number) => {
  expect(versionOn(plan, day)?.number).toBe(number);
});
