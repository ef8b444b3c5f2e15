import { environment, logger, type Handlers } from '@laurel/shared';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { MailFailure } from './mail-failure.entity.js';
import { openTransport, refusedForGood } from './mail-transport.js';

/** Background work of this slice. */
@Injectable()
export class PeopleJobs implements OnApplicationShutdown {
  private readonly transport = environment.smtpUrl ? openTransport(environment.smtpUrl) : undefined;

  readonly handlers: Pick<Handlers, 'mail.send'> = {
    /** A mail that the server did not take now is tried again under the same Message-ID; one it never takes is noted. */
    'mail.send': async ({ about, ...mail }, { tx }) => {
      if (!this.transport) {
        logger.warn({ messageId: mail.messageId }, 'mail dropped: SMTP_URL is not set any more');
        return;
      }
      try {
        await this.transport.sendMail(mail);
      } catch (error) {
        const reason = refusedForGood(error);
        if (reason === undefined) throw error;
        logger.warn({ messageId: mail.messageId, reason }, 'mail refused for good');
        await tx.insert(MailFailure, { about: about ?? null, address: mail.to, reason });
      }
    },
  };

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
