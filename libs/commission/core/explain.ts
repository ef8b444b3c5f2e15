import { currencyExponent, formatDecimal, multiply, parseDecimal } from '@laurel/shared/core';
import type { EarningLine } from './line.js';

/** A line as the engine makes it or as GraphQL sends it, where money is text. */
export type ExplainedLine = Pick<
  EarningLine,
  | 'kind'
  | 'tierFrom'
  | 'tierTo'
  | 'base'
  | 'rate'
  | 'multiplier'
  | 'exact'
  | 'currency'
  | 'rounding'
> & {
  readonly amount: bigint | string;
  readonly creditedBefore: bigint | string | null;
  readonly quota: bigint | string | null;
};

type Told = 'tier' | 'spiff' | 'override';
type Figures = ReturnType<typeof figuresOf>;
type Sentences = Readonly<
  Record<Told | 'multiplied' | 'rounded' | 'before', (f: Figures) => string>
> & {
  readonly band: (from: string, to: string | null) => string;
};

const english: Sentences = {
  tier: (f) =>
    `${f.base} of this deal falls ${f.band} of your quota of ${f.quota}. This part pays ${f.rate}: ${f.amount}.`,
  spiff: (f) => `Each deal of this product pays a fixed bonus of ${f.amount}.`,
  override: (f) =>
    `Your teams were credited ${f.base} in this period. You are paid ${f.rate} of it: ${f.amount}.`,
  before: (f) => `Before this deal you had been credited ${f.before}.`,
  multiplied: (f) => `The product of this deal counts ${f.multiplier} times.`,
  rounded: (f) => `The exact result is ${f.exact}; it is rounded once, ${f.rounding}.`,
  band: (from, to) => (to ? `between ${from} and ${to}` : `above ${from}`),
};

const german: Sentences = {
  tier: (f) =>
    `${f.base} dieses Abschlusses liegen ${f.band} deiner Quote von ${f.quota}. Dieser Teil bringt ${f.rate}: ${f.amount}.`,
  spiff: (f) => `Jeder Abschluss dieses Produkts bringt einen festen Bonus von ${f.amount}.`,
  override: (f) =>
    `Deinen Teams wurden in diesem Zeitraum ${f.base} gutgeschrieben. Du erhältst davon ${f.rate}: ${f.amount}.`,
  before: (f) => `Vor diesem Abschluss waren dir ${f.before} gutgeschrieben.`,
  multiplied: (f) => `Das Produkt dieses Abschlusses zählt ${f.multiplier}-fach.`,
  rounded: (f) => `Das genaue Ergebnis ist ${f.exact}; es wird einmal gerundet, ${f.rounding}.`,
  band: (from, to) => (to ? `zwischen ${from} und ${to}` : `über ${from}`),
};

const roundingWords: Readonly<Record<string, { en: string; de: string }>> = {
  'half-even': {
    en: 'an exact half to the even neighbour',
    de: 'eine genaue Hälfte zur geraden Nachbarzahl',
  },
  'half-up': { en: 'an exact half upwards', de: 'eine genaue Hälfte nach oben' },
};

/**
 * Why a line pays what it pays, in plain English or German (any locale that starts with "de"),
 * with figures as that locale writes them.
 */
export function explain(line: ExplainedLine, locale: string): string {
  const words = locale.startsWith('de') ? german : english;
  const figures = figuresOf(line, locale, words);
  const exact = parseDecimal(line.exact);
  return [
    figures.before !== null && words.before(figures),
    words[line.kind as Told](figures),
    formatDecimal(parseDecimal(line.multiplier)) !== '1' && words.multiplied(figures),
    formatDecimal(exact) !== String(line.amount) && words.rounded(figures),
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

function figuresOf(line: ExplainedLine, locale: string, { band }: Pick<Sentences, 'band'>) {
  const money = (minor: string) => showMoney(minor, line.currency, locale);
  const percent = (text: string) => showPercent(text, locale);
  const { tierFrom, tierTo, creditedBefore, quota } = line;
  return {
    base: money(line.base),
    exact: money(line.exact),
    amount: money(String(line.amount)),
    rate: percent(line.rate),
    multiplier: showNumber(line.multiplier, locale),
    band:
      tierFrom === null ? '' : band(percent(tierFrom), tierTo === null ? null : percent(tierTo)),
    before: creditedBefore === null ? null : money(String(creditedBefore)),
    quota: quota === null ? '' : money(String(quota)),
    rounding:
      roundingWords[line.rounding]?.[locale.startsWith('de') ? 'de' : 'en'] ?? line.rounding,
  };
}

const allDigits = 20;

/** Every digit there is, also fractions of a cent. */
function showMoney(minor: string, currency: string, locale: string): string {
  const digits = currencyExponent(currency);
  const major = formatDecimal(multiply(parseDecimal(minor), { units: 1n, scale: digits }));
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: allDigits,
  });
  return format.format(major as Intl.StringNumericLiteral);
}

const showPercent = (text: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: allDigits }).format(
    text as Intl.StringNumericLiteral,
  );

const showNumber = (text: string, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: allDigits }).format(
    text as Intl.StringNumericLiteral,
  );
