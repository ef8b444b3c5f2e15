import { inForce, spellsIn } from './in-force.js';

const quarter = { from: '2026-04-01', to: '2026-07-01' };
const version = (
  number: number,
  effectiveFrom: string,
  assignedFrom = '2026-01-01',
  assignedTo: string | null = null,
  planId = 'plan',
) => ({ planId, number, effectiveFrom, assignedFrom, assignedTo });
const spells = (...versions: ReturnType<typeof version>[]) =>
  spellsIn(versions, quarter).map((each) => `${each.from} ${each.version.number} ${each.to}`);

describe('the versions that pay a period', () => {
  it('is one where nothing changes within the period', () => {
    const all = ['2026-04-01 2 2026-07-01'];
    expect(spells(version(2, '2026-03-31'))).toEqual(all);
    expect(
      spells(version(2, '2026-04-01'), version(1, '2026-01-01'), version(3, '2026-07-01')),
    ).toEqual(all);
    expect(spells(version(1, '2026-01-01'), version(2, '2026-01-01'))).toEqual(all);
  });

  it('follow each other on the days they take effect', () => {
    expect(
      spells(version(2, '2026-05-15'), version(1, '2026-01-01'), version(3, '2026-06-30')),
    ).toEqual(['2026-04-01 1 2026-05-15', '2026-05-15 2 2026-06-30', '2026-06-30 3 2026-07-01']);
  });

  it('begin and end with the assignment, and pay nothing on days without one', () => {
    expect(spells(version(1, '2026-01-01', '2026-04-16', '2026-05-01'))).toEqual([
      '2026-04-16 1 2026-05-01',
    ]);
    expect(spells(version(1, '2026-05-01'))).toEqual(['2026-05-01 1 2026-07-01']);
    const back = version(7, '2026-01-01', '2026-06-01', null, 'other');
    expect(spells(back, version(1, '2026-01-01', '2026-01-01', '2026-05-01'))).toEqual([
      '2026-04-01 1 2026-05-01',
      '2026-06-01 7 2026-07-01',
    ]);
    expect(spells(version(1, '2026-01-01', '2026-01-01', '2026-04-01'))).toEqual([]);
    expect(spells(version(1, '2026-01-01', '2026-07-01'))).toEqual([]);
    expect(spells(version(1, '2026-07-01'))).toEqual([]);
  });

  it('does not change when somebody is assigned to the same plan once more', () => {
    const again = [
      version(1, '2026-01-01', '2026-01-01', '2026-05-01'),
      version(1, '2026-01-01', '2026-05-01', '2026-06-01'),
      version(1, '2026-01-01', '2026-06-01'),
    ];
    expect(spellsIn(again, quarter)).toEqual([
      { ...quarter, version: version(1, '2026-01-01', '2026-01-01') },
    ]);
  });

  it('settles the period by the terms of the last one', () => {
    const versions = [version(1, '2026-01-01'), version(2, '2026-06-30')];
    expect(inForce(versions, quarter)?.number).toBe(2);
    expect(inForce([], quarter)).toBeUndefined();
  });
});
