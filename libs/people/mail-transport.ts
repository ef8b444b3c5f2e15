import { environment } from '@laurel/shared';
import { createTransport } from 'nodemailer';

/** One connection for each mail on its way, kept open for the next; a server that says nothing is given up. */
export const openTransport = (url: string) =>
  createTransport(
    {
      url,
      pool: true,
      maxConnections: environment.mailConcurrency,
      maxMessages: 100,
      connectionTimeout: environment.smtpTimeoutMs,
      greetingTimeout: environment.smtpTimeoutMs,
      socketTimeout: environment.smtpTimeoutMs,
    },
    { from: environment.mailFrom },
  );

type Refusal = { code?: string; command?: string; responseCode?: number; message: string };

/**
 * Why a mail will never be taken; undefined when it may be taken later. An answer of 500 or more to the address or to the
 * letter is meant for good; to the sender or the password it is a matter of settings, which somebody will mend.
 */
export function refusedForGood(error: unknown): string | undefined {
  const { code, command, responseCode, message } = error as Refusal;
  const unusable = code === 'EENVELOPE' && responseCode === undefined;
  const refused = (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return unusable || refused ? message.slice(0, 500) : undefined;
}
