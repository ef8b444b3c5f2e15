import fc from 'fast-check';
import { type Earned, type Held, settle } from './settle.js';

const earned = (memberId: string, ...evidence: string[]): Earned => ({
  memberId,
  version: 1,
  evidence,
});
const held = (one: Earned, revoked = false): Held => ({ ...one, revoked });

describe('settle', () => {
  it('awards what is new and what is earned again', () => {
    const due = [earned('ann', 'D-1'), earned('ben', 'D-2')];
    expect(settle([held(earned('ben', 'D-9'), true)], due).award).toEqual(due);
  });

  it('takes back what is no longer earned, once', () => {
    const books = [held(earned('ann', 'D-1')), held(earned('ben', 'D-2'), true)];
    expect(settle(books, [])).toEqual({ award: [], amend: [], revoke: ['ann'] });
  });

  it('amends the evidence when another deal takes the place of the first', () => {
    const { award, amend } = settle([held(earned('ann', 'D-1'))], [earned('ann', 'D-2')]);
    expect([award, amend]).toEqual([[], [earned('ann', 'D-2')]]);
  });

  it('has nothing to do the second time', () => {
    const person = fc.constantFrom('ann', 'ben', 'cem', 'dora');
    const one = fc.record({
      memberId: person,
      version: fc.integer({ min: 1, max: 2 }),
      evidence: fc.array(fc.constantFrom('D-1', 'D-2'), { maxLength: 2 }),
    });
    const everybody = fc.uniqueArray(one, { selector: ({ memberId }) => memberId });
    fc.assert(
      fc.property(everybody, everybody, (before, due) => {
        const first = settle(
          before.map((each) => held(each)),
          due,
        );
        const rows = new Map<string, Held>(before.map((each) => [each.memberId, held(each)]));
        for (const each of [...first.award, ...first.amend]) rows.set(each.memberId, held(each));
        for (const memberId of first.revoke)
          rows.set(memberId, { ...rows.get(memberId)!, revoked: true });
        expect(settle([...rows.values()], due)).toEqual({ award: [], amend: [], revoke: [] });
      }),
    );
  });
});
