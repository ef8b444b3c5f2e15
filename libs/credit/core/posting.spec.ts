import fc from 'fast-check';
import type { AssignedCredit } from './assign.js';
import { type Entry, postCredits, standingOf } from './posting.js';

const lockedDay = '2026-02-10';
const openDay = '2026-05-10';
const postedIn = new Map([[lockedDay, '2026-Q2']]);
const idOf = ({ dealId, payeeId, kind }: AssignedCredit, entry: number) =>
  [dealId, payeeId, kind, entry].join('|');
const credit = (amount: bigint, creditedOn = lockedDay): AssignedCredit => ({
  dealId: 'D-1',
  payeeId: 'ann',
  kind: 'direct',
  level: 0,
  amount,
  currency: 'EUR',
  creditedOn,
  datedBy: 'closed',
  part: 0,
  rule: null,
});

/** The entries after one more posting. */
function post(entries: readonly Entry[], due: readonly AssignedCredit[]): Entry[] {
  const { write, void: voided } = postCredits(entries, due, { postedIn, idOf });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of write) byId.set(entry.id, entry);
  for (const id of voided) byId.set(id, { ...byId.get(id)!, void: true });
  return [...byId.values()];
}

const first = (amount: bigint, creditedOn = lockedDay): Entry => ({
  ...credit(amount, creditedOn),
  id: 'first',
  entry: 0,
  void: false,
  reverses: null,
  postedPeriod: null,
});

describe('postCredits', () => {
  it('names the new rule of a credit that is still open, and leaves a locked one as it is', () => {
    const other = { postedIn, idOf };
    const due = (day: string) => [{ ...credit(100n, day), rule: 'North 2' }];
    expect(postCredits([first(100n)], due(lockedDay), other).write).toEqual([]);
    const { write } = postCredits([first(100n, openDay)], due(openDay), other);
    expect(write).toEqual([{ ...first(100n, openDay), rule: 'North 2' }]);
  });

  it('reverses what counted in a locked period and adds what counts now', () => {
    const { write } = postCredits([first(100n)], [credit(120n)], { postedIn, idOf });
    expect(
      write.map(({ amount, reverses, postedPeriod }) => [amount, reverses, postedPeriod]),
    ).toEqual([
      [-100n, 'first', '2026-Q2'],
      [120n, null, '2026-Q2'],
    ]);
  });

  it('only reverses what is not due any more, and posts nothing twice', () => {
    const entries = post([first(100n)], []);
    expect(entries.map(({ amount }) => amount)).toEqual([100n, -100n]);
    expect(post(entries, [])).toEqual(entries);
  });

  it('moves a deal out of a locked period into an open one', () => {
    const entries = post([first(100n)], [credit(100n, openDay)]);
    expect(entries.map(({ creditedOn, postedPeriod }) => [creditedOn, postedPeriod])).toEqual([
      [lockedDay, null],
      [lockedDay, '2026-Q2'],
      [openDay, null],
    ]);
  });

  it('changes an entry of an open day in place', () => {
    expect(post([first(100n, openDay)], [credit(5n, openDay)])).toEqual([first(5n, openDay)]);
    expect(post([first(100n, openDay)], [])[0]!.void).toBe(true);
  });

  it('always counts what is due, sums to it, and never touches a locked entry', () => {
    const due = fc.option(
      fc.record({
        amount: fc.bigInt({ min: -9n, max: 9n }),
        day: fc.constantFrom(lockedDay, openDay),
      }),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.array(due, { maxLength: 12 }), (steps) => {
        let entries: Entry[] = [first(100n)];
        for (const step of steps) {
          const before = entries;
          const wanted = step ? [credit(step.amount, step.day)] : [];
          entries = post(before, wanted);
          const standing = standingOf(entries);
          expect(standing ? [standing.amount, standing.creditedOn] : null).toEqual(
            step ? [step.amount, step.day] : null,
          );
          const sum = entries
            .filter((each) => !each.void)
            .reduce((total, { amount }) => total + amount, 0n);
          expect(sum).toBe(step?.amount ?? 0n);
          for (const entry of before)
            if (entry.creditedOn === lockedDay) expect(entries).toContain(entry);
        }
        expect(new Set(entries.map(({ entry }) => entry)).size).toBe(entries.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
