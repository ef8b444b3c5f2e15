import { byCodePoint, Rational } from '@laurel/shared/core';
import type { LineExchange } from './line.js';
import type { PayableCredit } from './partition.js';
import type { PlanDocument } from './plan.js';

/** A credit in the currency of the plan. */
export type Converted = {
  readonly credit: PayableCredit;
  readonly amount: bigint;
  readonly margin: bigint | null;
  readonly exchange: LineExchange | undefined;
};

/** A credit that a component counts: what is measured of it, and whether it is paid or only moves the total. */
export type Counted = Converted & { readonly measure: Rational; readonly paid: boolean };

/** What a credit moves a total by. */
export type Countable = 'amount' | 'margin' | 'count' | 'quantity';

/** How much of something there is in a credit; null where its deal does not say. */
export function quantityOf(
  { credit, amount, margin }: Converted,
  what: Countable,
): Rational | null {
  switch (what) {
    case 'amount':
      return Rational.of(amount);
    case 'margin':
      return margin === null ? null : Rational.of(margin);
    case 'count':
      return countsAsDeal({ credit, amount }) ? Rational.one : Rational.zero;
    case 'quantity':
      return credit.quantity == null ? null : Rational.parse(credit.quantity);
  }
}

/** Is it a deal of its own? Nothing below 0 is, and no later part of one that is credited as its cash comes in. */
export const countsAsDeal = ({ credit, amount }: Pick<Converted, 'credit' | 'amount'>): boolean =>
  amount >= 0n && !credit.part;

/** Credits as the plan takes them: by day (or not), external id, then id, so that no two are ever equal. */
export function inOrder(
  credits: readonly PayableCredit[],
  order: PlanDocument['order'],
): PayableCredit[] {
  const byDay = order !== 'external-id';
  return credits.toSorted(
    (a, b) =>
      (byDay && byCodePoint(a.creditedOn, b.creditedOn)) ||
      byCodePoint(a.externalId, b.externalId) ||
      byCodePoint(a.id, b.id),
  );
}
