import { formatDecimal, ratio } from './decimal.js';

const digits = 8;

/** Actual ÷ target as a ratio ("0.524533" is 52.4533 %); undefined, so null, without a target or with one of 0. */
export const attainment = (actual: bigint, target: bigint | null | undefined): string | null =>
  target ? formatDecimal(ratio(actual, target, digits)) : null;
