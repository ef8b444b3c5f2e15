import { currencyExponent, formatDecimal, parseDecimal } from '@laurel/shared/core';

/** How an amount is written: to the cent, with every digit there is, in whole units, or short for charts. */
export type MoneyStyle = 'exact' | 'every digit' | 'whole' | 'short' | 'signed';

const moneyStyles: Record<MoneyStyle, Intl.NumberFormatOptions> = {
  exact: {},
  'every digit': { maximumFractionDigits: 20 },
  signed: { signDisplay: 'exceptZero' },
  whole: { maximumFractionDigits: 0 },
  short: { notation: 'compact', minimumFractionDigits: 0, maximumFractionDigits: 1 },
};

/** Intl reads decimal text exactly; a JS number would lose cents of large amounts. */
const exactly = (text: string) => text as Intl.StringNumericLiteral;

/** Decimal text of whole units: "-1250" minor units of EUR are "-12.5", and "0.5" of them "0.005". */
function majorUnits(minor: string, currency: string): string {
  const { units, scale } = parseDecimal(minor);
  return formatDecimal({ units, scale: scale + currencyExponent(currency) });
}

/**
 * An amount in minor units, written for readers of the language: "1.234,50 €". Fractions of a minor
 * unit, as in the exact result of a rate, are shown only by the style "every digit".
 */
export function writeMoney(
  minor: string,
  currency: string,
  language: string,
  style: MoneyStyle = 'exact',
): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    ...moneyStyles[style],
  }).format(exactly(majorUnits(minor, currency)));
}

/** Whole units as a number, for the geometry of charts only: never for arithmetic. */
export const chartValue = (minor: string, currency: string): number =>
  Number(minor) / 10 ** currencyExponent(currency);

/** The label of a chart's axis, from the number its geometry uses. */
export const writeChartMoney = (value: number, currency: string, language: string): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency, ...moneyStyles.short }).format(
    value,
  );

/** Decimal text as a percentage: "0.8312" is "83.1 %". */
export const writePercent = (decimal: string, language: string, digits = 1): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(
    exactly(decimal),
  );

/** Decimal text or a whole number with the reader's separators. */
export const writeNumber = (value: string | number, language: string, digits = 2): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(
    typeof value === 'number' ? value : exactly(value),
  );

/** A mean of a scale, always with one digit, so that those in a column compare. */
export const writeMean = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  );

/** A calendar day: "31 Mar 2026". The Date lives in UTC and only inside this function. */
export function writeDay(
  day: string,
  language: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** An instant in the reader's own time zone. */
export const writeInstant = (instant: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 minutes ago", "yesterday": how long an instant is away from now. */
export function writeRelative(instant: string, language: string, now: number): string {
  const distance = new Date(instant).getTime() - now;
  const [unit, size] = steps.find(([, each]) => Math.abs(distance) >= each) ?? ['second', 1000];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    Math.trunc(distance / size),
    unit,
  );
}
