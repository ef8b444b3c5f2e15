import { type Day, monthStart, parseMoney } from '@laurel/shared/core';
import type { ClawBack } from './claw-back.js';
import type { Draw } from './draw.js';
import type { Milestone } from './holdback.js';
import type { Instalment } from './instalments.js';

/** What a plan says about pay after it is earned; amounts are text in major units of the plan's currency. */
export type SettlementSettings = {
  readonly draw?: DrawSettings | undefined;
  /** Pay is brought up to the amount in so many periods from the first. */
  readonly guarantee?: { readonly amount: string; readonly periods: number } | undefined;
  readonly holdback?: { readonly share: string; readonly release: ReleaseSettings } | undefined;
  readonly instalments?: readonly Instalment[] | undefined;
  readonly clawback?: (ClawBack & { readonly withinMonths?: number | undefined }) | undefined;
};

type DrawSettings = Pick<Draw, 'recoverable' | 'recovery' | 'paid'> & {
  readonly amount: string;
  readonly limit?: { readonly amount: string } | undefined;
};

export type ReleaseSettings =
  | { readonly by: 'cash' }
  | {
      readonly by: 'date';
      readonly on?: Day | undefined;
      readonly afterMonths?: number | undefined;
    }
  | { readonly by: 'milestone'; readonly milestones: readonly Milestone[] };

/** A draw in minor units. */
export const drawOf = ({ amount, limit, ...terms }: DrawSettings, currency: string): Draw => ({
  ...terms,
  amount: parseMoney(amount, currency),
  limit: limit ? parseMoney(limit.amount, currency) : null,
});

/** The day a holdback is released on: the one stated, or the first of so many months after the period it was earned in. */
export const releaseDay = (
  { on, afterMonths = 0 }: { on?: Day | undefined; afterMonths?: number | undefined },
  periodEnd: Day,
): Day => on ?? monthStart(periodEnd, afterMonths);
