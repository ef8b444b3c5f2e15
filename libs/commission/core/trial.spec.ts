import { spellsIn } from './in-force.js';
import type { PlanDocument } from './plan.js';
import { replaced, spreadOf, triedVersion } from './trial.js';

const quarter = { from: '2026-01-01', to: '2026-04-01' };
const version = (planId: string, number: number, effectiveFrom: string, more = {}) => ({
  id: `${planId}${number}`,
  payeeId: 'ann',
  planId,
  number,
  effectiveFrom,
  assignedFrom: '2015-01-01',
  assignedTo: null as string | null,
  ...more,
});
const paidBy = (versions: ReturnType<typeof version>[], from: string) =>
  spellsIn(replaced(versions, { planId: 'field', plan: {} as PlanDocument, from }), quarter).map(
    (spell) => [spell.version.id, spell.from, spell.to],
  );

describe('versions with a plan that is tried', () => {
  it('give way from its day on, and hold before it', () => {
    const both = [version('field', 1, '2015-01-01'), version('field', 2, '2026-03-01')];
    expect(paidBy(both, '2026-01-01')).toEqual([[triedVersion, '2026-01-01', '2026-04-01']]);
    expect(paidBy(both, '2026-02-10')).toEqual([
      ['field1', '2026-01-01', '2026-02-10'],
      [triedVersion, '2026-02-10', '2026-04-01'],
    ]);
  });

  it('of other plans pay as they do', () => {
    const moved = [
      version('inside', 1, '2015-01-01', { assignedTo: '2026-02-16' }),
      version('field', 1, '2015-01-01', { assignedFrom: '2026-02-16' }),
    ];
    expect(paidBy(moved, '2026-01-01')).toEqual([
      ['inside1', '2026-01-01', '2026-02-16'],
      [triedVersion, '2026-02-16', '2026-04-01'],
    ]);
  });
});

describe('the spread of differences', () => {
  it('is bands of one round width around those without any', () => {
    expect(spreadOf([-250n, -1n, 0n, 0n, 30n, 499n])).toEqual([
      { from: -300n, to: -200n, payees: 1 },
      { from: -200n, to: -100n, payees: 0 },
      { from: -100n, to: 0n, payees: 1 },
      { from: 0n, to: 0n, payees: 2 },
      { from: 0n, to: 100n, payees: 1 },
      { from: 100n, to: 200n, payees: 0 },
      { from: 200n, to: 300n, payees: 0 },
      { from: 300n, to: 400n, payees: 0 },
      { from: 400n, to: 500n, payees: 1 },
    ]);
    expect(spreadOf([0n])).toEqual([{ from: 0n, to: 0n, payees: 1 }]);
    expect(spreadOf([])).toEqual([]);
  });
});
