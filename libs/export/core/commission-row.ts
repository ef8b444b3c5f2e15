import { Rational, withoutFormula } from '@laurel/shared/core';
import { moneyCell, numberCell } from './cells.js';

/**
 * A line of pay with the names around it, or what a balance adds to the payout; base, exact and amount in minor units,
 * as text. The amounts of a payee are what is paid out.
 */
export type PaidLine = {
  readonly entry: 'earning' | 'balance';
  readonly period: string;
  readonly payee: string;
  readonly email: string;
  readonly deal: string | null;
  readonly dealName: string | null;
  readonly product: string | null;
  readonly closedOn: string | null;
  readonly plan: string | null;
  readonly version: number | null;
  readonly component: string;
  readonly kind: string;
  readonly tierFrom: string | null;
  readonly tierTo: string | null;
  readonly base: string | null;
  readonly rate: string | null;
  readonly multiplier: string | null;
  readonly exact: string | null;
  readonly rounding: string | null;
  readonly amount: string;
  readonly currency: string;
  /** The currency of the payout where it is another one, and the rate between the two that holds for it. */
  readonly paidIn: string | null;
  readonly rateFrom: string | null;
  readonly ratePaid: string | null;
  /** The day that decided the period, and what happened on it: closed, booked, invoiced or paid. */
  readonly creditedOn: string | null;
  readonly datedBy: string | null;
};

const text = (of: (line: PaidLine) => string | number | null) => (line: PaidLine) =>
  withoutFormula(String(of(line) ?? ''));

const number = (of: (line: PaidLine) => string | null) => (line: PaidLine) => {
  const value = of(line);
  return value === null ? '' : numberCell(value);
};

const money = (of: (line: PaidLine) => string | null) => (line: PaidLine) => {
  const value = of(line);
  return value === null ? '' : moneyCell(value, line.currency);
};

/** What one unit of the line's currency is worth in that of the payout. */
function paidRate({ currency, rateFrom, ratePaid }: PaidLine): string | null {
  if (ratePaid === null || rateFrom === currency) return ratePaid;
  return Rational.one.divide(Rational.parse(ratePaid)).toText();
}

/** Columns of the commission report: text that no spreadsheet runs, and plain numbers. */
const columns: Readonly<Record<string, (line: PaidLine) => string>> = {
  period: text((line) => line.period),
  payee: text((line) => line.payee),
  email: text((line) => line.email),
  deal: text((line) => line.deal),
  deal_name: text((line) => line.dealName),
  product: text((line) => line.product),
  closed_on: text((line) => line.closedOn),
  plan: text((line) => line.plan),
  plan_version: text((line) => line.version),
  component: text((line) => line.component),
  kind: text((line) => line.kind),
  tier_from: number((line) => line.tierFrom),
  tier_to: number((line) => line.tierTo),
  base: money((line) => line.base),
  rate: number((line) => line.rate),
  multiplier: number((line) => line.multiplier),
  exact: money((line) => line.exact),
  rounding: text((line) => line.rounding),
  amount: money((line) => line.amount),
  currency: text((line) => line.currency),
  entry: text((line) => line.entry),
  paid_in: text((line) => line.paidIn),
  paid_rate: number(paidRate),
  credited_on: text((line) => line.creditedOn),
  dated_by: text((line) => line.datedBy),
};

export const commissionHeader: readonly string[] = Object.keys(columns);

/** The cells of one line, in the order of the header. */
export const commissionRow = (line: PaidLine): string[] =>
  Object.values(columns).map((cell) => cell(line));
