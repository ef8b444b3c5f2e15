import type { Day } from '@laurel/shared/core';
import { windowUpTo } from './calendar.js';
import { cast } from './cast.js';
import { dealsIn } from './deals.js';
import { leadingNames } from './names.js';
import { oneOnOnesIn } from './one-on-ones.js';
import { assignmentsIn, plansIn } from './plans.js';
import { quotasIn } from './quotas.js';
import { seatsIn, type Seat } from './seats.js';

/**
 * Alder & Finch as it stands on a day: two years of a firm with 60 people, the same for the same seed
 * and day. Nobody and nothing in it is real.
 */
export function demoOrganization(today: Day, seed = 7) {
  const window = windowUpTo(today);
  const seats = seatsIn(window, seed);
  const deals = dealsIn(window, seats, seed);
  const people = cast(window, seats, deals);
  const isVisitor = (seat: Seat) => people.get(seat)?.name === leadingNames.rep;
  return {
    seats,
    people,
    deals,
    quotas: quotasIn(window, seats),
    plans: plansIn(window),
    assignments: assignmentsIn(window, seats),
    oneOnOnes: oneOnOnesIn(today, seats, isVisitor, seed),
  };
}
export type DemoOrganization = ReturnType<typeof demoOrganization>;
