/** A rate typed in the reader's notation as exact decimal text; null when it is none. */
export function rateOfText(text: string, language: string): string | null {
  const plain = language === 'de' ? text.replace(',', '.') : text;
  return /^\d{1,12}(\.\d{1,12})?$/.test(plain.trim()) && /[1-9]/.test(plain) ? plain.trim() : null;
}

/** A rate as the reader would type it. */
export const textOfRate = (rate: string, language: string): string =>
  language === 'de' ? rate.replace('.', ',') : rate;
