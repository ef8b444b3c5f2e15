import { monthStart, type Day } from '@laurel/shared/core';
import type { Window } from './calendar.js';
import { randomFrom, type Random } from './random.js';
import { regions, teams } from './teams.js';

export type Place = {
  readonly team: string;
  readonly position: 'member' | 'manager';
  readonly from: Day;
  readonly to: Day | null;
};

/** A job somebody holds, before it is known who: what they did, and when. */
export type Seat = {
  readonly role: 'rep' | 'manager' | 'finance' | 'admin';
  readonly hiredOn: Day;
  readonly leftOn: Day | null;
  readonly places: readonly Place[];
  /** 1 is usual; it moves how much is sold, and how often a deal is won. */
  readonly skill: number;
  /** Nothing happened to this seat in the two years: no start, end, move or promotion. */
  readonly steady: boolean;
};

/** What happened to a rep, in months after the window's first day. */
type Career = {
  readonly joins?: number;
  readonly leaves?: number;
  readonly moves?: { readonly after: number; readonly to: string };
  readonly leads?: number;
};

const repCount = 49;

/** Who has no entry was there all the time, in one team. Rep number n starts in team n modulo 6. */
const careers: Readonly<Record<number, Career>> = {
  3: { moves: { after: 7, to: 'Vienna' } },
  8: { moves: { after: 12, to: 'Hamburg' } },
  10: { leads: 10 },
  13: { leaves: 5 },
  18: { moves: { after: 16, to: 'Berlin' } },
  20: { leaves: 9 },
  23: { moves: { after: 19, to: 'Munich' } },
  27: { leaves: 14 },
  34: { leaves: 17 },
  37: { leaves: 21 },
  40: { joins: 3 },
  41: { joins: 6 },
  42: { joins: 8 },
  43: { joins: 11 },
  44: { joins: 13 },
  45: { joins: 15 },
  46: { joins: 18 },
  47: { joins: 20 },
  48: { joins: 22 },
};

/** The lead of Vienna left on the day on which rep 10 took over. */
const handover = { team: 'Vienna', after: 10 };

export function seatsIn(window: Window, seed: number): Seat[] {
  const random = randomFrom(seed);
  const office = (['admin', 'finance', 'finance'] as const).map((role) => ({
    ...blankSeat(window, random),
    role,
  }));
  return [
    ...office,
    ...regions.map((region) => leadOf(region, window, random)),
    ...teams.map(({ name }) => leadOf(name, window, random)),
    ...Array.from({ length: repCount }, (_, i) => repSeat(i, window, random)),
  ];
}

const blankSeat = (window: Window, random: Random) => ({
  hiredOn: monthStart(window.from, -random.whole(2, 90)),
  leftOn: null,
  places: [],
  skill: 1,
  steady: true,
});

function leadOf(team: string, window: Window, random: Random): Seat {
  const seat = blankSeat(window, random);
  const leftOn = team === handover.team ? monthStart(window.from, handover.after) : null;
  const place = { team, position: 'manager', from: seat.hiredOn, to: leftOn } as const;
  return { ...seat, role: 'manager', leftOn, places: [place], steady: !leftOn };
}

function repSeat(i: number, window: Window, random: Random): Seat {
  const career = careers[i] ?? {};
  const seat = blankSeat(window, random);
  const hiredOn = career.joins === undefined ? seat.hiredOn : monthStart(window.from, career.joins);
  const leftOn = career.leaves === undefined ? null : monthStart(window.from, career.leaves);
  return {
    role: career.leads === undefined ? 'rep' : 'manager',
    hiredOn,
    leftOn,
    places: placesOf(teams[i % teams.length]!.name, { hiredOn, leftOn }, career, window),
    skill: random.around(0.55),
    steady: !careers[i],
  };
}

function placesOf(
  team: string,
  { hiredOn, leftOn }: Pick<Seat, 'hiredOn' | 'leftOn'>,
  { moves, leads }: Career,
  window: Window,
): Place[] {
  const first = { team, position: 'member', from: hiredOn, to: leftOn } as const;
  const after = moves?.after ?? leads;
  if (after === undefined) return [first];
  const from = monthStart(window.from, after);
  const second = moves
    ? ({ team: moves.to, position: 'member' } as const)
    : ({ team, position: 'manager' } as const);
  return [
    { ...first, to: from },
    { ...second, from, to: null },
  ];
}
