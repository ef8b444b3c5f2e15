import type { CreditDate } from '@laurel/credit/core';
import { isDecimal, Rational } from '@laurel/shared/core';
import type { EarningKind, LineFactor } from '../line.js';
import { english } from './english.js';
import { type ExplainedLine, type Figures, figuresOf } from './figures.js';
import { german } from './german.js';

export type { ExplainedLine } from './figures.js';

/** The sentences of a language: one for each kind of line, and what may follow. */
export type Sentences = Readonly<Record<EarningKind, (f: Figures) => string>> & {
  readonly before: (f: Figures) => string;
  readonly factor: (of: LineFactor['of'], by: string, why: string) => string;
  readonly dated: (by: Exclude<CreditDate, 'closed'>, day: string) => string;
  readonly exchanged: (amount: string, rate: string, source: string, day: string) => string;
  readonly rounded: (f: Figures) => string;
};

/**
 * Why a line pays what it pays, in plain English or German (any locale that starts with "de"),
 * with figures as that locale writes them. The sentences name every number of the calculation.
 */
export function explain(line: ExplainedLine, locale: string): string {
  const words = locale.startsWith('de') ? german : english;
  const figures = figuresOf(line, locale);
  return [
    ...dateSentence(line, figures, words),
    ...(figures.before === null ? [] : [words.before(figures)]),
    words[line.kind](figures),
    ...factorsOf(line).map(({ of, by, why = '' }) => words.factor(of, figures.number(by), why)),
    ...exchangeSentence(line, figures, words),
    ...(isRounded(line) ? [words.rounded(figures)] : []),
  ].join(' ');
}

/** The reasons for the multiplier; a single one that is told nowhere is that of the product. */
function factorsOf({ detail, multiplier }: ExplainedLine): readonly LineFactor[] {
  if (detail?.factors) return detail.factors.filter(({ by }) => by !== '1');
  const by = Rational.parse(multiplier);
  return by.equals(Rational.one) ? [] : [{ of: 'product', by: by.toText() }];
}

/** Nothing about the day a deal was closed on: that is the rule. */
function dateSentence({ credit }: ExplainedLine, { day }: Figures, words: Sentences): string[] {
  if (!credit || credit.datedBy === 'closed') return [];
  return [words.dated(credit.datedBy, day(credit.creditedOn))];
}

function exchangeSentence(
  { detail }: ExplainedLine,
  { moneyIn, number, day }: Figures,
  words: Sentences,
): string[] {
  const exchange = detail?.exchange;
  if (!exchange) return [];
  const { amount, currency, rate, source } = exchange;
  return [words.exchanged(moneyIn(amount, currency), number(rate), source, day(exchange.day))];
}

const isRounded = ({ exact, amount }: ExplainedLine): boolean =>
  !isDecimal(exact) || !Rational.parse(exact).equals(Rational.parse(String(amount)));
