import type { Criteria } from './criteria.js';

/** An award as it stands in the books. */
export type Held = Earned & { readonly revoked: boolean };
/** Who has earned a badge, under which version of its criteria, and by which deals. */
export type Earned = {
  readonly memberId: string;
  readonly version: number;
  readonly evidence: readonly string[];
};

export type Settlement = {
  /** New, or earned again after it had been taken back. */
  readonly award: Earned[];
  /** Still earned, but by other deals or another version. */
  readonly amend: Earned[];
  /** Members who no longer earn it. */
  readonly revoke: string[];
};

/** What has to change in the books so that exactly those who have earned a badge hold it. */
export function settle(held: readonly Held[], earned: readonly Earned[]): Settlement {
  const active = new Map(held.filter((one) => !one.revoked).map((one) => [one.memberId, one]));
  const earners = new Set(earned.map(({ memberId }) => memberId));
  return {
    award: earned.filter(({ memberId }) => !active.has(memberId)),
    amend: earned.filter((one) => {
      const before = active.get(one.memberId);
      return before !== undefined && !same(before, one);
    }),
    revoke: [...active.keys()].filter((memberId) => !earners.has(memberId)),
  };
}

const same = (a: Earned, b: Earned): boolean =>
  a.version === b.version && a.evidence.join('\n') === b.evidence.join('\n');

export type RevocationReason = 'tooFewDeals' | 'quotaMissed' | 'overtaken';

/** Why an award is taken back, as a code that the reader's language has words for. */
export const revocationReason: Readonly<Record<Criteria['kind'], RevocationReason>> = {
  dealCount: 'tooFewDeals',
  quotaReached: 'quotaMissed',
  topOfBoard: 'overtaken',
};
