import { stepOf } from './step.js';

it.each([
  ['uploaded', 0, null, 'columns'],
  ['read', 0, 'check', 'columns'],
  ['checked', 3, null, 'values'],
  ['checked', 3, 'check', 'check'],
  ['checked', 0, 'values', 'check'],
  ['checked', 3, 'columns', 'columns'],
  ['checking', 0, 'columns', 'check'],
  ['running', 0, 'columns', 'result'],
  ['undone', 0, 'check', 'result'],
] as const)('an import that is %s with %i unknown names, wanted %s, is at %s', (...row) => {
  const [status, unknowns, wanted, step] = row;
  expect(stepOf(status, unknowns, wanted)).toBe(step);
});
