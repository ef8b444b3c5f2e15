/** Chances that can be drawn again: the same seed gives the same demo on every machine. */
export type Random = {
  /** From 0 (in) to 1 (out). */
  share: () => number;
  chance: (probability: number) => boolean;
  /** A whole number from `from` (in) to `to` (out). */
  whole: (from: number, to: number) => number;
  /** Around 1, seldom far from it: the mean of three shares, stretched to [1 - spread, 1 + spread]. */
  around: (spread: number) => number;
  pick: <T>(from: readonly T[]) => T;
  /** One of the rows, as often as its weight says. */
  weighted: <T extends { readonly weight: number }>(rows: readonly T[]) => T;
};

/** mulberry32: small, fast, and good enough for a demo; never for anything secret. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const share = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number) => from + Math.floor(share() * (to - from));
  return {
    share,
    whole,
    chance: (probability) => share() < probability,
    around: (spread) => 1 + (((share() + share() + share()) / 3) * 2 - 1) * spread,
    pick: (from) => from[whole(0, from.length)]!,
    weighted: (rows) => weighted(rows, share()),
  };
}

function weighted<T extends { readonly weight: number }>(rows: readonly T[], share: number): T {
  let left = share * rows.reduce((sum, { weight }) => sum + weight, 0);
  return rows.find(({ weight }) => (left -= weight) < 0) ?? rows.at(-1)!;
}
