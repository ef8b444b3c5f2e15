import type { Plan } from './document.js';
import type { Fraction } from './fraction.js';

/** A line of pay, as far as PLAN.md fixes it. */
export type Line = {
  readonly component: string;
  readonly kind: string;
  readonly creditId: string | null;
  readonly tier: number | null;
  readonly exact: Fraction;
  readonly amount: bigint;
  /** What a closed gate withholds. */
  readonly withheld?: Fraction;
};

export type Plain = Pick<Line, 'component' | 'kind' | 'exact'> & Partial<Line>;

/** Rounds a line once. */
export const makeLine = ({ rounding }: Plan, line: Plain): Line => ({
  creditId: null,
  tier: null,
  ...line,
  amount: line.exact.round(rounding),
});
