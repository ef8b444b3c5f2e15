import { digest } from './secret.js';
import { environment, type JobMap } from '@laurel/shared';

/** A mail whose Message-ID follows from its cause, so that a repeated delivery can be recognised. */
export function mail(
  cause: string,
  to: string,
  subject: string,
  text: string,
): JobMap['mail.send'] {
  const id = digest(cause).toString('hex').slice(0, 32);
  return { to, subject, text, messageId: `<${id}@${new URL(environment.publicUrl).hostname}>` };
}
