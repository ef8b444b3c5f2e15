import { contains, periodRange, type Day } from '@laurel/shared/core';
import type { Window } from './calendar.js';
import type { Deal } from './deals.js';
import { emailOf, leadingNames, names } from './names.js';
import type { Seat } from './seats.js';

export type Person = { readonly name: string; readonly email: string };

/**
 * Who sits where. The four accounts a visitor gets go to the admin, the first of finance, a rep who
 * is well placed this quarter, and that rep's team lead; the others get names in order.
 */
export function cast(window: Window, seats: readonly Seat[], deals: readonly Deal[]) {
  const rep = wellPlaced(window, seats, deals);
  const leading = new Map<Seat, string>([
    [seats.find(({ role }) => role === 'admin')!, leadingNames.admin],
    [seats.find(({ role }) => role === 'finance')!, leadingNames.finance],
    [leadOf(rep, seats, window.today), leadingNames.manager],
    [rep, leadingNames.rep],
  ]);
  const others = [...names];
  const entries = seats.map((seat) => {
    const name = leading.get(seat) ?? others.shift()!;
    return [seat, { name, email: emailOf(name) }] as const;
  });
  return new Map<Seat, Person>(entries);
}

/** Of those placed third to sixth this quarter, the steady one who won most in the two years. */
function wellPlaced({ quarters }: Window, seats: readonly Seat[], deals: readonly Deal[]): Seat {
  const quarter = periodRange(quarters.at(-1)!);
  const reps = seats.filter(({ role }) => role === 'rep');
  const recent = deals.filter(({ closedOn }) => closedOn && contains(quarter, closedOn));
  const placed = byAmountWon(reps, recent)
    .slice(2, 6)
    .filter(({ steady }) => steady);
  return byAmountWon(placed.length ? placed : reps.filter(({ steady }) => steady), deals)[0]!;
}

function byAmountWon(seats: readonly Seat[], deals: readonly Deal[]): Seat[] {
  const won = new Map(seats.map((seat) => [seat, 0n]));
  for (const { seat, status, amount } of deals)
    if (status === 'won') won.set(seat, (won.get(seat) ?? 0n) + amount);
  return seats.toSorted((a, b) => (won.get(a)! > won.get(b)! ? -1 : 1));
}

function leadOf(rep: Seat, seats: readonly Seat[], today: Day): Seat {
  const team = rep.places.at(-1)!.team;
  return seats.find(({ places }) =>
    places.some(
      (place) => place.team === team && place.position === 'manager' && contains(place, today),
    ),
  )!;
}
