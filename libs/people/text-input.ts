import { Problem } from '@laurel/shared';
import { isEmail, normaliseEmail } from './core/email.js';
import { isName, trimmedName } from './core/name.js';

/** A name without space around it; refuses empty, overlong and unprintable ones. */
export function cleanName(text: string, field = 'name'): string {
  const name = trimmedName(text);
  if (isName(name)) return name;
  throw new Problem('BAD_VALUE', 'Enter a name of 1 to 200 characters.', { field });
}

/** An e-mail address in its one spelling; refuses what no mail could reach. */
export function cleanEmail(text: string, field = 'email'): string {
  const email = normaliseEmail(text);
  if (isEmail(email)) return email;
  throw new Problem('BAD_VALUE', 'Enter an e-mail address such as anna@example.com.', { field });
}
