import type { Credits } from './credits.js';
import { type Evaluator, teamSums, totalOf } from './evaluator.js';

const points = [400, 600, 900, 1200];

/** Room for every line there can be: a credit, and one more for each edge that a rep's quarter crosses. */
const roomFor = ({ amount, quota }: Credits) => {
  const most = amount.length + 3 * quota.length;
  return {
    deal: new Int32Array(most),
    place: new Int32Array(most),
    tier: new Uint8Array(most),
    part: new Int32Array(most),
    pay: new Int32Array(most),
    count: 0,
  };
};
type Room = ReturnType<typeof roomFor>;

/** The yardstick's plan as a loop over typed arrays: the floor for anything in which a plan is data. */
export function byHand(credits: Credits): Evaluator {
  const room = roomFor(credits);
  const teams = teamSums(credits);
  const gross = new Float64Array(credits.quota.length);
  const override = new Float64Array(teams.length);
  const pay = (lines: Room | null) => {
    payReps(credits, gross, lines);
    for (let i = 0; i < teams.length; i++) override[i] = halfEven(teams[i]! * 100);
  };
  return {
    total: () => {
      pay(null);
      return totalOf(credits, { gross, override });
    },
    lines: () => {
      pay(room);
      return room.count;
    },
    evaluated: () => ({ lines: told(room), gross, override }),
  };
}

function payReps(
  { deal, amount, product, start, quota }: Credits,
  gross: Float64Array,
  lines: Room | null,
): void {
  let count = 0;
  for (let place = 0; place < quota.length; place++) {
    const half = quota[place]! / 2;
    let [before, paid, tier] = [0, 0, 0];
    let edge = half;
    for (let i = start[place]!, end = start[place + 1]!; i < end; i++) {
      const boosted = product[i]! % 4 === 0;
      let rest = amount[i]!;
      while (rest > 0) {
        while (before >= edge) {
          tier++;
          edge = tier === 3 ? Infinity : edge + half;
        }
        const part = Math.min(rest, edge - before);
        const pay = halfEven(part * (boosted ? points[tier]! * 1.25 : points[tier]!));
        if (lines) {
          lines.deal[count] = deal[i]!;
          lines.place[count] = place;
          lines.tier[count] = tier + 1;
          lines.part[count] = part;
          lines.pay[count] = pay;
        }
        count++;
        before += part;
        rest -= part;
        paid += pay;
      }
    }
    gross[place] = paid;
  }
  if (lines) lines.count = count;
}

/** Ten-thousandths to the nearest whole number. */
function halfEven(points10k: number): number {
  const down = Math.floor(points10k / 10_000);
  const twice = 2 * (points10k - down * 10_000);
  return twice > 10_000 || (twice === 10_000 && down & 1) ? down + 1 : down;
}

function* told({ deal, place, tier, part, pay, count }: Room) {
  for (let i = 0; i < count; i++) yield [deal[i]!, place[i]!, tier[i]!, part[i]!, pay[i]!] as const;
}
