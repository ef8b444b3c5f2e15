import { environment, logger, type Handlers } from '@laurel/shared';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';

/** Background work of this slice. */
@Injectable()
export class PeopleJobs implements OnApplicationShutdown {
  private readonly transport = environment.smtpUrl
    ? createTransport(environment.smtpUrl, { from: environment.mailFrom })
    : undefined;

  readonly handlers: Pick<Handlers, 'mail.send'> = {
    /** A mail that the server did not take is tried again under the same Message-ID. */
    'mail.send': async (mail) => {
      if (this.transport) await this.transport.sendMail(mail);
      else logger.warn({ messageId: mail.messageId }, 'mail dropped: SMTP_URL is not set any more');
    },
  };

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
