import { parseMoney, Rational } from '@laurel/shared/core';
import { entire } from './band.js';
import type { Counted } from './counted.js';
import type { Evaluation } from './evaluation.js';
import type { EarningKind, LineDetail } from './line.js';
import type { Part } from './piece.js';
import { isMoney } from './quota-of.js';

/** A rate on money, or minor units for one of what is counted. */
export const rateOf = ({ compiled, unit }: Evaluation, rate: Rational | string): Rational => {
  const read = typeof rate === 'string' ? Rational.parse(rate) : rate;
  return isMoney(compiled) ? read : read.multiply(unit);
};

/** What is measured of a credit, at a rate. */
export const creditPart = (
  kind: EarningKind,
  counted: Counted,
  rate: Rational,
  detail?: LineDetail,
): Part => ({
  kind,
  counted,
  portion: entire,
  whole: counted.measure,
  rate,
  ...(detail && { detail }),
});

/** An amount once, for a credit or for none. */
export const amountPart = (
  kind: EarningKind,
  counted: Counted | null,
  amount: Rational,
  detail?: LineDetail,
): Part => ({
  kind,
  counted,
  portion: entire,
  whole: amount,
  rate: Rational.one,
  ...(detail && { detail }),
});

/** Money of the document in minor units. */
export const minor = ({ facts }: Evaluation, text: string): Rational =>
  Rational.of(parseMoney(text, facts.plan.currency));
