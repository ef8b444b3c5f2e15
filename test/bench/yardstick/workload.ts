/**
 * The neutral workload: closed deals of one year, some shared by two or three reps. Only sums, products and
 * whole-number operations, so that a seed gives the same rows on every machine.
 */
export type Workload = {
  readonly reps: number;
  /** [rep, quarter, amount] */
  readonly quotas: readonly (readonly [number, number, number])[];
  /** [id, rep, day of the year, amount, product, region] */
  readonly deals: readonly (readonly [number, number, number, number, number, number])[];
  /** [deal, position, rep, basis points] */
  readonly splits: readonly (readonly [number, number, number, number])[];
};

const seed = 20_250_101;
const teamSize = 10;

type Dice = () => number;

/** mulberry32: 32 bits of state, a number from 0 up to 1. */
function dice(start: number): Dice {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (roll: Dice, limit: number): number => Math.floor(roll() * limit);

const [smallest, largest] = [10_000, 25_000_000];
/** Rungs from 100.00 to 250,000.00, each 13.002 % above the one before. */
const ladder = [smallest];
while (ladder.length < 64) ladder.push(ladder.at(-1)! * 1.13002);
ladder.push(largest);

/** Most deals stand in the middle of the ladder. */
function amountOf(roll: Dice): number {
  const place = (roll() + roll() + roll() + roll()) * 16;
  const rung = Math.min(63, Math.floor(place));
  const [low, high] = [ladder[rung]!, ladder[rung + 1]!];
  return Math.max(smallest, Math.min(largest, Math.floor(low + (high - low) * (place - rung))));
}

/** A few reps have tiny quotas. */
function quotasOf(roll: Dice, reps: number): [number, number, number][] {
  const rows: [number, number, number][] = [];
  for (let rep = 1; rep <= reps; rep++) {
    const ramping = roll() < 0.02;
    for (let quarter = 1; quarter <= 4; quarter++) {
      const factor = 0.5 + 1.5 * roll();
      const amount = ramping
        ? 2_000_000 + below(roll, 10) * 100_000
        : Math.round(240 * factor) * 100_000;
      rows.push([rep, quarter, amount]);
    }
  }
  return rows;
}

/** Every fiftieth rep sells nothing. */
function sellerOf(roll: Dice, reps: number): number {
  for (;;) {
    const rep = 1 + below(roll, reps);
    if (rep % 50 !== 0) return rep;
  }
}

/** Somebody of the same team, or of any. */
function mateOf(roll: Dice, rep: number, reps: number): number {
  if (roll() < 0.3) return sellerOf(roll, reps);
  const first = rep - ((rep - 1) % teamSize);
  for (;;) {
    const mate = first + below(roll, teamSize);
    if (mate <= reps && mate % 50 !== 0) return mate;
  }
}

function splitsOf(roll: Dice, rep: number, reps: number): [rep: number, points: number][] {
  if (roll() >= 0.15) return [];
  const size = roll() < 0.5 ? 2 : 3;
  const who = [rep];
  while (who.length < size) {
    const mate = mateOf(roll, rep, reps);
    if (!who.includes(mate)) who.push(mate);
  }
  const first = size === 2 ? 3000 + below(roll, 4001) : 2000 + below(roll, 3001);
  const second = size === 2 ? 10_000 - first : 1500 + below(roll, 2501);
  const points = [first, second, 10_000 - first - second];
  return who.map((each, i) => [each, points[i]!]);
}

export function workload(dealCount: number): Workload {
  const roll = dice(seed);
  const reps = Math.max(10, Math.round(dealCount / 100));
  const quotas = quotasOf(roll, reps);
  const deals: [number, number, number, number, number, number][] = [];
  const splits: [number, number, number, number][] = [];
  for (let id = 1; id <= dealCount; id++) {
    const rep = sellerOf(roll, reps);
    const [day, amount] = [below(roll, 365), amountOf(roll)];
    deals.push([id, rep, day, amount, 1 + below(roll, 20), 1 + below(roll, 8)]);
    for (const [i, [mate, points]] of splitsOf(roll, rep, reps).entries())
      splits.push([id, i + 1, mate, points]);
  }
  return { reps, quotas, deals, splits };
}
