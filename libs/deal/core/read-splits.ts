import { Fault, formatDecimal, parseDecimal } from '@laurel/shared/core';
import type { SplitWish } from './split.js';

/** Name or e-mail, a plus for what comes on top, percent: "Ann Lee +12,5 %". */
const entry = /^(?<payee>.+?)[\s:=]+(?<plus>\+?)\s*(?<percent>\d{1,3}(?:[.,]\d{1,10})?)\s*%?$/u;

/** Splits as a cell of a file holds them: "Ann 60 %; Ben 40 %; Cem +10 %". A blank cell is no split. */
export function readSplits(text: string): SplitWish[] | Fault {
  const parts = text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const wishes: SplitWish[] = [];
  for (const part of parts) {
    const { payee, plus, percent } = entry.exec(part)?.groups ?? {};
    if (!payee || !percent)
      return new Fault('NOT_A_SPLIT', `“${part}” is not a share such as “Ann Lee 60 %”.`);
    wishes.push({ payee, share: shareOf(percent), kind: plus ? 'overlay' : 'split' });
  }
  return wishes;
}

function shareOf(percent: string): string {
  const { units, scale } = parseDecimal(percent.replace(',', '.'));
  return formatDecimal({ units, scale: scale + 2 });
}
