import { inForce } from './in-force.js';

const quarter = { from: '2026-04-01', to: '2026-07-01' };
const version = (
  number: number,
  effectiveFrom: string,
  assignedFrom = '2026-01-01',
  assignedTo: string | null = null,
) => ({
  number,
  effectiveFrom,
  assignedFrom,
  assignedTo,
});
const chosen = (...versions: ReturnType<typeof version>[]) => inForce(versions, quarter)?.number;

describe('inForce', () => {
  it('takes the latest version in effect when the period starts', () => {
    expect(
      chosen(version(2, '2026-04-01'), version(1, '2026-01-01'), version(3, '2026-04-02')),
    ).toBe(2);
    expect(chosen(version(1, '2026-01-01'), version(2, '2026-01-01'))).toBe(2);
  });

  it('takes the first that takes effect within the period when none is in effect before', () => {
    expect(
      chosen(version(1, '2026-06-01'), version(2, '2026-05-01'), version(3, '2026-05-01')),
    ).toBe(3);
    expect(chosen(version(1, '2026-07-01'))).toBeUndefined();
  });

  it('takes the latest assignment that touches the period', () => {
    expect(
      chosen(
        version(1, '2026-01-01', '2026-01-01', '2026-05-01'),
        version(7, '2026-01-01', '2026-05-01'),
      ),
    ).toBe(7);
    expect(chosen(version(1, '2026-01-01', '2026-01-01', '2026-05-01'))).toBe(1);
    expect(chosen(version(1, '2026-01-01', '2026-01-01', '2026-04-01'))).toBeUndefined();
    expect(chosen(version(1, '2026-01-01', '2026-07-01'))).toBeUndefined();
  });
});
