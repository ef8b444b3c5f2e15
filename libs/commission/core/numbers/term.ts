import type { EarningTerm } from '../pack.js';
import type { PlainPlan } from './plain-plan.js';

type Said = Pick<EarningTerm, 'component' | 'kind'> & Partial<EarningTerm>;

/** What lines of a plain plan have in common: whatever is not said is what most of them say. */
export const termOf = ({ currency, rounding }: PlainPlan, said: Said): EarningTerm => ({
  tier: null,
  tierFrom: null,
  tierTo: null,
  quota: null,
  rate: '1',
  multiplier: '1',
  currency,
  rounding,
  detail: null,
  ...said,
});
