import { digest } from './secret.js';
import { environment, type JobMap } from '@laurel/shared';

/**
 * A mail whose Message-ID follows from its cause, so that a repeated delivery can be recognised; `about` names the
 * wave or the member it is for, where its sender looks whether it was refused.
 */
export function mail(
  cause: string,
  to: string,
  subject: string,
  text: string,
  about?: string,
): JobMap['mail.send'] {
  const id = digest(cause).toString('hex').slice(0, 32);
  const messageId = `<${id}@${new URL(environment.publicUrl).hostname}>`;
  return { to, subject, text, messageId, ...(about && { about }) };
}
