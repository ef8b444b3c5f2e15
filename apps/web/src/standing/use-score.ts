import { parseDecimal, round } from '@laurel/shared/core';
import type { Measure } from '@laurel/standing/core';
import { useSignedIn } from '../session/session.js';
import { useFormat } from '../ui/index.js';

/** Writes scores of a measure: money in whole units, a count, or a share of quota. */
export function useScore(measure: Measure) {
  const { money, number, percent } = useFormat();
  const { organization } = useSignedIn();
  return (score: string, currency: string | null): string => {
    if (measure === 'deals') return number(score, 0);
    if (measure === 'attainment') return percent(score);
    const minor = round(parseDecimal(score), 'half-even').toString();
    return money(minor, currency ?? organization.currency, 'whole');
  };
}
