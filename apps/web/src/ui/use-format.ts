import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type MoneyStyle,
  writeChartMoney,
  writeDay,
  writeInstant,
  writeMoney,
  writeMean,
  writeNumber,
  writePercent,
  writeRelative,
} from './format.js';
import { writePeriod, writePeriodShort } from './format-period.js';

/** Writers of money, days, periods and numbers in the reader's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      language,
      money: (minor: string, currency: string, style?: MoneyStyle) =>
        writeMoney(minor, currency, language, style),
      chartMoney: (value: number, currency: string) => writeChartMoney(value, currency, language),
      percent: (decimal: string, digits?: number) => writePercent(decimal, language, digits),
      mean: (value: number) => writeMean(value, language),
      number: (value: string | number, digits?: number) => writeNumber(value, language, digits),
      day: (day: string, style?: Intl.DateTimeFormatOptions) => writeDay(day, language, style),
      instant: (instant: string) => writeInstant(instant, language),
      period: (name: string) => writePeriod(name, language),
      periodShort: (name: string) => writePeriodShort(name, language),
      relative: (instant: string) => writeRelative(instant, language, Date.now()),
    }),
    [language],
  );
}
