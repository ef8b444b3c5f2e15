import { isDay } from '@laurel/shared/core';
import { useTranslation } from 'react-i18next';

/** Shows what a format makes of a sample, in the reader's own notation: "04/03/2017" as 4 March 2017. */
export function useReading(): (sample: string, format: string) => string {
  const { t, i18n } = useTranslation('import');
  return (sample, format) => {
    const day = dayRead(sample, format);
    if (day)
      return new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
        Date.parse(day),
      );
    const amount = amountRead(sample, format);
    if (amount === null) return t('columns.unreadable');
    // With cents, so that one thousand does not look like one and a bit.
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 6 };
    return new Intl.NumberFormat(i18n.language, digits).format(amount);
  };
}

/** The day a sample means in a format such as "DD/MM/YYYY"; null when it does not fit. */
export function dayRead(sample: string, format: string): string | null {
  const parts = format.split(/[^DMY]+/);
  const digits = sample.trim().split(/\D+/);
  if (!format.includes('YYYY') || digits.length < parts.length) return null;
  const part = (letter: string) => digits[parts.findIndex((each) => each.startsWith(letter))] ?? '';
  const day = `${part('Y')}-${part('M').padStart(2, '0')}-${part('D').padStart(2, '0')}`;
  return isDay(day) ? day : null;
}

/** The amount a sample means, as decimal text Intl can show; null when it does not fit. */
export function amountRead(sample: string, format: string): `${number}` | null {
  if (!format.startsWith('decimal')) return null;
  const [group, point] = format === 'decimal-comma' ? [/[.\s’']/g, ','] : [/[,\s’']/g, '.'];
  const text = sample
    .replace(/[^\d.,\s’'-]/g, '')
    .replace(group, '')
    .replace(point, '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? (text as `${number}`) : null;
}
