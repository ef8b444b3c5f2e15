import { formatDecimal, parseDecimal } from '@laurel/shared/core';

/** "0.85" as percent: "85". */
export function percentOf(share: string): string {
  const { units, scale } = parseDecimal(share);
  return formatDecimal(
    scale >= 2
      ? { units, scale: scale - 2 }
      : { units: units * 10n ** BigInt(2 - scale), scale: 0 },
  );
}

/** "85" percent as a share: "0.85"; null for what is not a number of 0 or more yet. */
export function shareOf(percent: string): string | null {
  const typed = percent.replace(/\.$/, '');
  if (!/^\d{1,5}(\.\d+)?$/.test(typed)) return null;
  const { units, scale } = parseDecimal(typed);
  return formatDecimal({ units, scale: scale + 2 });
}
