import type { Day } from '@laurel/shared/core';

/** A place as it was last counted. */
export type Counted = {
  readonly rank: number;
  readonly dayStartRank: number | null;
  readonly asOfDay: Day;
};

/**
 * Places gained (above 0) or lost since yesterday closed; null when yesterday's place is unknown. What
 * was last counted on an earlier day has not changed today: its rank is yesterday's closing rank.
 */
export function movement({ rank, dayStartRank, asOfDay }: Counted, today: Day): number | null {
  if (asOfDay < today) return 0;
  return dayStartRank === null ? null : dayStartRank - rank;
}
