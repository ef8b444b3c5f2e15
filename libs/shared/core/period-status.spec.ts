import { canMove, type PeriodMove, periodMoves, periodStatuses } from './period-status.js';

it('goes from open over closed to locked, and back only from closed', () => {
  const moves = Object.keys(periodMoves) as PeriodMove[];
  const possible = periodStatuses.map((status) => moves.filter((move) => canMove(move, status)));
  expect(possible).toEqual([['close'], ['reopen', 'lock'], []]);
});
