import type { CreditDate } from '@laurel/credit/core';
import {
  currencyExponent,
  type Day,
  formatDecimal,
  multiply,
  parseDecimal,
  ratio,
  Rational,
} from '@laurel/shared/core';
import type { EarningLine, LineDetail } from '../line.js';

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
  readonly detail?: LineDetail | null;
  /** The credit it is paid for, where there is one. */
  readonly credit?: { readonly creditedOn: Day; readonly datedBy: CreditDate } | null;
};

/** What sentences are made of: the figures of a line as a locale writes them. */
export type Figures = {
  readonly detail: LineDetail;
  readonly base: string;
  readonly rate: string;
  readonly exact: string;
  readonly amount: string;
  /** What the base counts, when it is things and no money; the rate is then paid for each. */
  readonly things: 'count' | 'quantity' | null;
  /** Is the amount below 0? */
  readonly less: boolean;
  readonly before: string | null;
  readonly quota: string;
  readonly from: string;
  readonly to: string | null;
  readonly rounding: string;
  readonly money: (minor: string) => string;
  readonly moneyIn: (minor: string, currency: string) => string;
  readonly percent: (share: string) => string;
  readonly number: (text: string) => string;
  readonly day: (day: string) => string;
};

/** Kinds whose base is what was measured; that of all others is money, whatever their credits are measured by. */
const measured = new Set<string>(['tier', 'flat', 'rate', 'matrix', 'spiff', 'override']);
const allDigits = 20;
/** How many digits of a fraction without an end are told. */
const toldDigits = 10;

/**
 * Writes the figures of a line the way a locale does: money of its currency, a base of counted things as a
 * number whose rate is money, other rates as percentages. Every digit is told unless fewer are asked for;
 * what has no end is marked with "≈".
 */
export function figuresOf(line: ExplainedLine, locale: string, digits = allDigits): Figures {
  const { detail, creditedBefore, quota, tierFrom, tierTo, currency } = line;
  const maximumFractionDigits = digits;
  const money = (minor: string) => showMoney(minor, currency, locale, digits);
  const percent = (text: string) => show(text, locale, { style: 'percent', maximumFractionDigits });
  const number = (text: string) => show(text, locale, { maximumFractionDigits });
  const things = thingsOf(line);
  const edge = edgeWriter(detail?.basis?.of ?? 'quota', { percent, number }, currency, locale);
  return {
    detail: detail ?? {},
    base: things ? number(line.base) : money(line.base),
    rate: things ? money(line.rate) : percent(line.rate),
    exact: money(line.exact),
    amount: money(String(line.amount)),
    things,
    less: String(line.amount).startsWith('-'),
    before: creditedBefore === null ? null : money(String(creditedBefore)),
    quota: quota === null ? money(detail?.quota ?? '0') : money(String(quota)),
    from: tierFrom === null ? '' : edge(tierFrom),
    to: tierTo === null ? null : edge(tierTo),
    rounding: line.rounding,
    money,
    moneyIn: (minor, own) => showMoney(minor, own, locale, digits),
    percent,
    number,
    day: (day) => showDay(day, locale),
  };
}

function thingsOf({ kind, detail }: ExplainedLine): Figures['things'] {
  const measure = detail?.measure;
  return measured.has(kind) && (measure === 'count' || measure === 'quantity') ? measure : null;
}

type Writers = Pick<Figures, 'percent' | 'number'>;

/** Edges are shares, money in major units, or plain numbers, by what the tiers measure. */
function edgeWriter(of: string, { percent, number }: Writers, currency: string, locale: string) {
  if (of === 'count' || of === 'quantity') return number;
  if (of === 'amount' || of === 'margin')
    return (text: string) => show(text, locale, { style: 'currency', currency });
  return percent;
}

/** Also fractions of a cent. */
function showMoney(minor: string, currency: string, locale: string, digits: number): string {
  const exponent = currencyExponent(currency);
  const decimal = multiply(parseDecimal(decimalOf(minor)), { units: 1n, scale: exponent });
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: Math.max(digits, exponent),
  } as const;
  return approximate(minor) + written(formatDecimal(decimal), locale, options);
}

const show = (text: string, locale: string, options: Intl.NumberFormatOptions): string =>
  approximate(text) + written(decimalOf(text), locale, options);

const written = (decimal: string, locale: string, options: Intl.NumberFormatOptions): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: allDigits, ...options }).format(
    decimal as Intl.StringNumericLiteral,
  );

const approximate = (text: string): string => (text.includes('/') ? '≈ ' : '');

/** A fraction without an end as a decimal of so many digits. */
function decimalOf(text: string): string {
  if (!text.includes('/')) return text;
  const { numerator, denominator } = Rational.parse(text);
  return formatDecimal(ratio(numerator, denominator, toldDigits));
}

function showDay(day: string, locale: string): string {
  const [year, month, date] = day.split('-');
  return locale.startsWith('de') ? `${Number(date)}.${Number(month)}.${year}` : day;
}
