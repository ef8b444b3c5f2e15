import { Fault } from './fault.js';
import { columnNames } from './header.js';

it('gives every column a name of its own', () => {
  expect(columnNames([' id ', '', 'id', 'id', ''])).toEqual([
    'id',
    'Column 2',
    'id (2)',
    'id (3)',
    'Column 5',
  ]);
});

it('refuses ten thousand columns', () => {
  expect(columnNames(Array(10_000).fill('a'))).toBeInstanceOf(Fault);
});
