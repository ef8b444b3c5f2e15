import { Fault, isDay } from '@laurel/shared/core';
import { monthsFaults, readMonths, type Months } from './months.js';
import type { DealStatus } from './status.js';

/** That the customer went back on a won deal later: a fact beside the sale, which stays as it was. */
export type Cancellation = {
  readonly cancelledOn: string | null;
  readonly cancelReason: string | null;
  /** Whole months the customer stayed, for what is taken back in proportion. */
  readonly monthsServed: number | null;
};

/** As somebody wishes it: what is absent stays as it is, without a day there is none. */
export type CancellationWish = {
  readonly cancelledOn?: string | null | undefined;
  readonly cancelReason?: string | null | undefined;
  readonly monthsServed?: Months;
};

type Sale = { readonly status: DealStatus; readonly closedOn: string | null };

export const notCancelled: Cancellation = {
  cancelledOn: null,
  cancelReason: null,
  monthsServed: null,
};

const longestReason = 1_000;

/** The cancellation that the wish makes of the one before; a deal that is not won has none. */
export function settleCancellation(
  wish: CancellationWish,
  before: Cancellation = notCancelled,
  { status }: Pick<Sale, 'status'>,
): Cancellation {
  const cancelledOn = wish.cancelledOn === undefined ? before.cancelledOn : wish.cancelledOn;
  if (cancelledOn === null || status !== 'won') return notCancelled;
  const { cancelReason = before.cancelReason, monthsServed = before.monthsServed } = wish;
  return {
    cancelledOn,
    cancelReason: cancelReason?.trim() || null,
    monthsServed: readMonths(monthsServed),
  };
}

/** Everything that is wrong with a wish to cancel this sale. */
export const cancellationFaults = (wish: CancellationWish, sale: Sale & Cancellation) => [
  ...dayFaults(wish, sale),
  ...monthsFaults('monthsServed', wish.monthsServed, 0),
  ...reasonFaults(wish),
];

function dayFaults(
  { cancelledOn, cancelReason, monthsServed }: CancellationWish,
  { status, closedOn, cancelledOn: settled }: Sale & Cancellation,
) {
  if (!cancelledOn)
    return settled === null && (cancelReason?.trim() || readMonths(monthsServed) !== null)
      ? [fault('cancelledOn', null, 'REQUIRED', 'Say on which day the deal was cancelled.')]
      : [];
  if (!isDay(cancelledOn))
    return [fault('cancelledOn', cancelledOn, 'NOT_A_DAY', `“${cancelledOn}” is not a day.`)];
  if (status !== 'won')
    return [fault('cancelledOn', cancelledOn, 'NOT_WON', 'Only a won deal can be cancelled.')];
  if (closedOn === null || cancelledOn >= closedOn) return [];
  const reason = `The deal was closed on ${closedOn} and cannot be cancelled before.`;
  return [fault('cancelledOn', cancelledOn, 'BEFORE_CLOSE', reason)];
}

const reasonFaults = ({ cancelReason }: CancellationWish) =>
  (cancelReason?.length ?? 0) > longestReason
    ? [fault('cancelReason', null, 'TEXT_TOO_LONG', `Use at most ${longestReason} characters.`)]
    : [];

const fault = (field: string, value: string | null, code: string, reason: string) => ({
  field,
  value,
  fault: new Fault(code, reason),
});
