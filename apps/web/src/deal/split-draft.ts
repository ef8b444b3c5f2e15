import { splitFault, type SplitKind } from '@laurel/deal/core';
import {
  formatDecimal,
  isDecimal,
  parseDecimal,
  percentOf,
  totalOfShares,
} from '@laurel/shared/core';

/** A share as it is being typed: in percent, in the reader's notation. */
export type SplitRow = {
  readonly payee: string | null;
  readonly percent: string;
  readonly kind: SplitKind;
};

/** Exact decimal text of a percentage: "12,5" is "0.125". Null for what is no number. */
export function shareOf(percent: string): string | null {
  const text = percent.trim().replace(',', '.');
  if (!isDecimal(text)) return null;
  const { units, scale } = parseDecimal(text);
  return formatDecimal({ units, scale: scale + 2 });
}

/** A share as the reader would type it: "0.125" is "12,5" in German. */
export function percentText(share: string, language: string): string {
  const text = percentOf(totalOfShares([share])).replace(' %', '');
  return language === 'de' ? text.replace('.', ',') : text;
}

/** What the shares of kind split total, as text without the sign; null while one of them is no number. */
export function totalText(rows: readonly SplitRow[], language: string): string | null {
  const shares = rows.filter(({ kind }) => kind === 'split').map(({ percent }) => shareOf(percent));
  if (shares.includes(null)) return null;
  return percentOf(totalOfShares(shares.filter((share) => share !== null))).replace(
    '.',
    language === 'de' ? ',' : '.',
  );
}

/** What can be saved; null while something is missing or wrong. */
export function inputsOf(rows: readonly SplitRow[]) {
  const inputs = rows.map(({ payee, percent, kind }) => ({ payee, share: shareOf(percent), kind }));
  const complete = inputs.flatMap(({ payee, share, kind }) =>
    payee && share ? [{ payee, share, kind }] : [],
  );
  if (complete.length < inputs.length) return null;
  const splits = complete.map(({ payee, ...rest }) => ({ payeeId: payee, ...rest }));
  return splitFault(splits) ? null : complete;
}
