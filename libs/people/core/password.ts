import { commonPasswords } from './common-passwords.js';

const shortest = 8;
const longest = 256;

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'unreadable';

/**
 * Why a password cannot be used; undefined when it can. Length in characters and being hard to guess
 * are the only rules: no kinds of characters are asked for, and nothing is cut off.
 */
export function passwordFault(password: string): PasswordFault | undefined {
  // A zero character or half a surrogate pair does not survive every keyboard, form and database.
  if (/[\0\p{Cs}]/u.test(password)) return 'unreadable';
  const length = [...password].length;
  if (length < shortest) return 'too-short';
  if (length > longest) return 'too-long';
  return isCommon(password) ? 'too-common' : undefined;
}

/** One of the most used passwords, or a single character or pair repeated. */
const isCommon = (password: string): boolean =>
  commonPasswords.has(password.toLowerCase()) || /^(..?)\1+$/su.test(password);
