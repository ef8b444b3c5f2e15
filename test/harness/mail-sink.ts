import { freePort } from '@laurel/infra/ports';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Random } from './random.js';

/** A mail as the sink took it in. */
export type Taken = { to: string; messageId: string; subject: string; text: string };

const answer = (code: number, text: string) =>
  Object.assign(new Error(text), { responseCode: code });

/**
 * A mail server in a bad mood: it refuses for now, says nothing for long, and drops the line, at any point. What
 * it has said yes to it has taken. Addresses that begin with "nobody" it never takes.
 */
export class MailSink {
  readonly taken: Taken[] = [];
  readonly moods: Record<string, number> = {};
  private server: SMTPServer;
  private port = 0;

  constructor(
    private readonly random: Random,
    /** Of a hundred times, how often it is in a mood at each point. */
    private readonly percent: number,
  ) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (session, done) => this.mood('connect', session, () => done(), done),
      onMailFrom: (_address, session, done) => this.mood('from', session, () => done(), done),
      onRcptTo: ({ address }, session, done) =>
        address.startsWith('nobody')
          ? done(answer(550, 'No such mailbox'))
          : this.mood('to', session, () => done(), done),
      onData: (stream, session, done) => {
        void simpleParser(stream).then(
          (mail) => this.mood('data', session, () => this.take(mail, session, done), done),
          // Whoever went away in the middle of a mail has not sent it.
          () => undefined,
        );
      },
    });
    this.server.on('error', () => undefined);
  }

  async listen(): Promise<string> {
    this.port = await freePort();
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }

  private take(
    { messageId, subject = '', text = '' }: ParsedMail,
    session: SMTPServerSession,
    done: () => void,
  ): void {
    const to = session.envelope.rcptTo[0]!.address;
    this.taken.push({ to, messageId: messageId!, subject, text });
    done();
  }

  private mood(
    at: string,
    session: SMTPServerSession,
    go: () => void,
    refuse: (error: Error) => void,
  ): void {
    if (this.random.below(100) >= this.percent) return go();
    const mood = this.random.pick(['refuses', 'refuses', 'drops', 'drops', 'stalls']);
    this.moods[`${at} ${mood}`] = (this.moods[`${at} ${mood}`] ?? 0) + 1;
    if (mood === 'refuses') refuse(answer(451, 'Try again later'));
    if (mood === 'drops') this.drop(session);
  }

  private drop({ id }: SMTPServerSession): void {
    for (const connection of this.server.connections)
      if ((connection as unknown as { id: string }).id === id)
        (connection as unknown as { _socket: { destroy: () => void } })._socket.destroy();
  }
}
