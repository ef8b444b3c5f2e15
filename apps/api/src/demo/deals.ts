import { addDays, contains, daysBetween, type Day } from '@laurel/shared/core';
import { accountsIn } from './accounts.js';
import { demandOn, endsQuarter, workdayBefore, type Window } from './calendar.js';
import { products, type Product } from './products.js';
import { randomFrom, type Random } from './random.js';
import type { Place, Seat } from './seats.js';
import { regionOf } from './teams.js';

/** A deal of the rep on a seat; amounts in minor units. */
export type Deal = {
  readonly seat: Seat;
  readonly name: string;
  readonly account: string;
  readonly product: string;
  readonly amount: bigint;
  readonly status: 'open' | 'won' | 'lost';
  readonly stage: string;
  readonly createdOn: Day;
  readonly closedOn: Day | null;
  readonly region: string;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Deals that a rep of usual skill ends in an average month of the window's beginning. */
const dealsPerMonth = 6.3;
const stages = ['Qualified', 'Demo', 'Proposal', 'Negotiation'];
const sources = ['Recommendation', 'Website', 'Trade fair', 'Cold call', 'Existing customer'];

/** Every deal of the window in the order in which the talks began. */
export function dealsIn(window: Window, seats: readonly Seat[], seed: number): Deal[] {
  const deals = seats.flatMap((seat, i) => dealsOf(seat, window, randomFrom(seed + i)));
  return deals.toSorted((a, b) => (a.createdOn < b.createdOn ? -1 : 1));
}

function dealsOf(seat: Seat, window: Window, random: Random): Deal[] {
  return seat.places
    .filter(({ position }) => position === 'member')
    .flatMap((place) => dealsAt(place, seat, window, random))
    .filter(({ createdOn }) => createdOn >= seat.hiredOn && createdOn <= window.today);
}

function dealsAt(place: Place, seat: Seat, window: Window, random: Random): Deal[] {
  const selling = window.months.filter(({ from }) => contains(place, from));
  return selling.flatMap(({ from, workdays }) => {
    const expected = dealsPerMonth * demandOn(from, window) * seat.skill * random.around(0.5);
    const count = Math.floor(expected + random.share());
    return Array.from({ length: count }, () =>
      deal({ seat, place, window, endsOn: endDay(workdays, random), random }),
    );
  });
}

/** In the last month of a quarter the later days are the likelier ones. */
function endDay(days: readonly Day[], random: Random): Day {
  const share = endsQuarter(days[0]!) ? Math.max(random.share(), random.share()) : random.share();
  return days[Math.floor(share * days.length)]!;
}

type Draw = { seat: Seat; place: Place; window: Window; endsOn: Day; random: Random };

function deal({ seat, place, window, endsOn, random }: Draw): Deal {
  const region = regionOf(place.team);
  const account = random.pick(accountsIn[region]);
  const product = random.weighted(products);
  const days = Math.ceil(product.cycle * random.around(0.8));
  const createdOn = workdayBefore(addDays(endsOn, -days));
  return {
    seat,
    name: `${account.name} – ${product.name}`,
    account: account.name,
    product: product.name,
    createdOn,
    region,
    ...worth(product, seat.skill, random),
    ...outcome({ createdOn, endsOn }, window, seat.skill, random),
  };
}

/** Pieces times list price, less a discount in whole percent. */
function worth(product: Product, skill: number, random: Random) {
  const usual = random.whole(...product.pieces);
  const pieces = Math.max(1, Math.floor(usual * skill * (random.chance(0.03) ? 3 : 1)));
  const discount = random.chance(0.4) ? random.whole(1, 5) * 3 : 0;
  return {
    amount: (product.listPrice * BigInt(pieces) * BigInt(100 - discount)) / 100n,
    attributes: { source: random.pick(sources), pieces: `${pieces}`, discount: `${discount} %` },
  };
}

type Talk = { createdOn: Day; endsOn: Day };

function outcome(talk: Talk, { today }: Window, skill: number, random: Random) {
  const isWon = random.chance(0.7 + 0.1 * skill);
  if (talk.endsOn > today)
    return { status: 'open', stage: stageOn(today, talk), closedOn: null } as const;
  return isWon
    ? ({ status: 'won', stage: 'Won', closedOn: talk.endsOn } as const)
    : ({ status: 'lost', stage: 'Lost', closedOn: talk.endsOn } as const);
}

/** How far an open talk has come, by the share of its days that have passed. */
function stageOn(today: Day, { createdOn, endsOn }: Talk): string {
  const passed = daysBetween(createdOn, today) / daysBetween(createdOn, endsOn);
  return stages[Math.max(0, Math.floor(passed * stages.length))]!;
}
