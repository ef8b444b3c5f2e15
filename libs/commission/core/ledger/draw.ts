/** How a draw is paid and recovered; amounts in minor units. */
export type Draw = {
  readonly amount: bigint;
  /** Recoverable: what was advanced is owed. Otherwise it is pay. */
  readonly recoverable: boolean;
  /** Does recovery leave at least the draw in each period, or may it take all that was earned? */
  readonly recovery: 'keep-draw' | 'take-all';
  /** Does the draw bring pay up to its amount, or is it paid on top of what was earned? */
  readonly paid: 'top-up' | 'on-top';
  /** The most that may be owed; there is no such limit when it is null. */
  readonly limit: bigint | null;
};

/** One period of a draw: net = earned + advance + granted − recovered, closing = opening − advance + recovered. */
export type DrawPeriod = {
  readonly advance: bigint;
  readonly granted: bigint;
  readonly recovered: bigint;
  readonly net: bigint;
  readonly closing: bigint;
};

/**
 * Settles one period. `opening` is the balance of the draw, 0 or below: what the payee owes. A period that earns less
 * than the draw is brought up to it, by an advance that is owed when the draw is recoverable, and by pay when it is not. A period
 * that earns more pays back what is owed: out of what exceeds the draw, so that net pay never falls below it, or out
 * of all that was earned. A draw on top is advanced in any case, after what was owed before has been recovered.
 */
export function settleDraw(draw: Draw, opening: bigint, earned: bigint): DrawPeriod {
  const missing = draw.paid === 'on-top' ? draw.amount : atLeastZero(draw.amount - earned);
  if (!draw.recoverable) return period(opening, earned, { granted: missing });
  const kept = draw.recovery === 'keep-draw' && draw.paid === 'top-up' ? draw.amount : 0n;
  const recovered = lesser(-opening, atLeastZero(earned - kept));
  const owed = -opening - recovered;
  const room = draw.limit === null ? missing : atLeastZero(draw.limit - owed);
  return period(opening, earned, { recovered, advance: lesser(missing, room) });
}

/** Settles periods in order, each from the balance of the one before. */
export function settleDraws(draw: Draw, earned: readonly bigint[], opening = 0n): DrawPeriod[] {
  let balance = opening;
  return earned.map((each) => {
    const settled = settleDraw(draw, balance, each);
    balance = settled.closing;
    return settled;
  });
}

type Moved = { advance?: bigint; granted?: bigint; recovered?: bigint };

function period(
  opening: bigint,
  earned: bigint,
  { advance = 0n, granted = 0n, recovered = 0n }: Moved,
): DrawPeriod {
  const net = earned + advance + granted - recovered;
  return { advance, granted, recovered, net, closing: opening - advance + recovered };
}

const atLeastZero = (value: bigint): bigint => (value < 0n ? 0n : value);

const lesser = (a: bigint, b: bigint): bigint => (a < b ? a : b);
