import type { Day } from '@laurel/shared/core';

/** Which day of a deal credits it: closed, booked, its invoice, or the cash that comes in. */
export const creditDates = ['closed', 'booked', 'invoiced', 'paid'] as const;
export type CreditDate = (typeof creditDates)[number];

/** Money that came in for a deal, or went back (negative), in minor units of the deal's currency. */
export type DealCash = { readonly day: Day; readonly amount: bigint };

/** A won deal as its days are asked for. */
export type DatedDeal = {
  readonly amount: bigint;
  readonly closedOn: Day | null;
  readonly bookedOn?: Day | null;
  readonly invoicedOn?: Day | null;
  readonly payments?: readonly DealCash[];
};

/** From a day on this much of a deal is credited. */
export type Step = { readonly day: Day; readonly upTo: bigint };

/**
 * When a deal is credited, and how much of it up to then: all of it on one day, or with cash as much as has come in, never
 * more than the deal and never less than nothing. None while the day is not known. A deal of 0 has no cash to wait for.
 */
export function stepsOf(deal: DatedDeal, by: CreditDate): Step[] {
  if (by === 'paid' && deal.amount !== 0n) return cashSteps(deal);
  const day = dayOf(deal, by);
  return day === null ? [] : [{ day, upTo: deal.amount }];
}

function dayOf({ closedOn, bookedOn, invoicedOn }: DatedDeal, by: CreditDate): Day | null {
  if (by === 'booked') return bookedOn ?? null;
  return by === 'invoiced' ? (invoicedOn ?? null) : closedOn;
}

function cashSteps({ amount, payments = [] }: DatedDeal): Step[] {
  const days = [...new Set(payments.map(({ day }) => day))].sort();
  const steps = days.map((day) => {
    const paid = payments.filter((each) => each.day <= day);
    const sum = paid.reduce((total, each) => total + each.amount, 0n);
    return { day, upTo: within(sum, amount) };
  });
  return steps.filter(({ upTo }, i) => upTo !== (steps[i - 1]?.upTo ?? 0n));
}

/** No further from 0 than the whole, and on its side. */
function within(sum: bigint, whole: bigint): bigint {
  const [least, most] = whole < 0n ? [whole, 0n] : [0n, whole];
  return sum < least ? least : sum > most ? most : sum;
}

/** A version of a plan that somebody was on, from a day (in) to a day (out; null is still), and the date it credits by. */
export type DatedPlan = {
  readonly payeeId: string;
  readonly assignedFrom: Day;
  readonly assignedTo: Day | null;
  readonly effectiveFrom: Day;
  readonly number: number;
  readonly creditDate: CreditDate;
};

/** By which date a payee is credited for a deal that was closed on a day. */
export type DateOf = (payeeId: string, closedOn: Day) => CreditDate;

/** The date named by the version of the payee's plan that held when the deal was closed; the close date without one. */
export function datesBy(plans: ReadonlyMap<string, readonly DatedPlan[]>): DateOf {
  return (payeeId, day) => {
    const held = (plans.get(payeeId) ?? []).filter((plan) => holdsOn(plan, day));
    return held.toSorted(latestFirst)[0]?.creditDate ?? 'closed';
  };
}

const holdsOn = ({ assignedFrom, assignedTo, effectiveFrom }: DatedPlan, day: Day): boolean =>
  assignedFrom <= day && (assignedTo === null || day < assignedTo) && effectiveFrom <= day;

const latestFirst = (a: DatedPlan, b: DatedPlan): number =>
  b.assignedFrom.localeCompare(a.assignedFrom) ||
  b.effectiveFrom.localeCompare(a.effectiveFrom) ||
  b.number - a.number;
