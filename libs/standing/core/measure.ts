import { asFraction, attainment, type Fraction } from '@laurel/goal/core';

export const measures = ['credited', 'deals', 'attainment'] as const;
/** What a leaderboard compares: money credited, deals won, or credited ÷ quota. */
export type Measure = (typeof measures)[number];

/** What one member has brought in within a period. */
export type Tally = {
  readonly memberId: string;
  /** Minor units of the organisation's currency; other currencies are left out until rates exist. */
  readonly credited: bigint;
  readonly deals: bigint;
  /** Minor units of the member's own currency, which is the quota's. */
  readonly creditedToQuota: bigint;
  readonly quota?: bigint | undefined;
};

/** The score of a member; undefined when the measure says nothing about them (no quota). */
export function scoreOf(tally: Tally, measure: Measure): Fraction | undefined {
  if (measure === 'credited') return asFraction(tally.credited);
  if (measure === 'deals') return asFraction(tally.deals);
  return attainment({ actual: tally.creditedToQuota, target: tally.quota });
}
