import { isDecimal, parseMoney, Rational } from '@laurel/shared/core';
import type { PayableCredit } from './partition.js';

/** What a deal says beside its amount: attributes as the program that sent it names them. */
export type DealAttributes = { readonly amount: bigint; readonly attributes: unknown };

/**
 * A credit with what its deal says: variant, segment and priceList as text, discount as a share, margin in
 * major units, quantity as a number. Margin and quantity are those of the credit's part of the deal. What is not
 * written like that is not known.
 */
export function withAttributes(credit: PayableCredit, deal: DealAttributes): PayableCredit {
  const { amount, currency } = credit;
  const of = (name: string) => textOf(deal.attributes, name);
  const part = deal.amount === 0n ? Rational.one : Rational.of(amount, deal.amount);
  const margin = moneyOf(of('margin'), currency);
  const quantity = decimalOf(of('quantity'));
  return {
    ...credit,
    variant: of('variant'),
    segment: of('segment'),
    priceList: of('priceList'),
    discount: decimalOf(of('discount')),
    margin: margin === null ? null : part.multiply(Rational.of(margin)).round('half-even'),
    quantity: quantity === null ? null : part.multiply(Rational.parse(quantity)).toText(),
  };
}

function textOf(attributes: unknown, name: string): string | null {
  if (typeof attributes !== 'object' || attributes === null) return null;
  const value = (attributes as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

const decimalOf = (text: string | null): string | null =>
  text !== null && isDecimal(text) ? text : null;

function moneyOf(text: string | null, currency: string): bigint | null {
  try {
    return text === null ? null : parseMoney(text, currency);
  } catch {
    return null;
  }
}
