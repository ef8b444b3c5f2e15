import { parseMoney } from '@laurel/shared/core';
import { type Complaint } from './complaint.js';
import { type Leaf, leavesOf } from './leaf.js';

/** Keys under which an amount of money stands, wherever in a document. */
const moneyKeys = new Set(['amount', 'floor', 'quota', 'target']);

/** Amounts that the currency does not have, such as tenths of a cent. */
export const moneyComplaints = (document: object, currency: string): Complaint[] =>
  leavesOf(document)
    .filter((leaf) => isMoney(leaf) && !isAmount(leaf.text, currency))
    .map(({ path }) => ({
      path,
      message: `Expected an amount in ${currency} of 0 or more, such as "5.00".`,
    }));

function isMoney({ path, text }: Leaf): boolean {
  const key = path.at(-1);
  if (key === 'target' && text === 'payee') return false;
  if (path[0] === 'parameters' || key === undefined) return false;
  return moneyKeys.has(String(key)) || (key === 'cap' && path[0] === 'limits');
}

function isAmount(text: string, currency: string): boolean {
  try {
    return parseMoney(text, currency) >= 0n;
  } catch {
    return false;
  }
}
