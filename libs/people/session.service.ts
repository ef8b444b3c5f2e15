import { Database, Live, currentActor, type Actor } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import { actorBehind, type Door } from './actor-query.js';
import { newSecret, digest } from './secret.js';
import { Session } from './session.entity.js';
import type { Visitor } from './visitor.js';

/** A session ends after so many days, or earlier after so many hours without use. */
export const sessionDays = 14;
const idleHours = 12;

const aliveSession = `
  select organization_id, member_id, id, seen_at < now() - interval '1 minute' as stale
  from session where token_hash = $1
    and expires_at > now() and seen_at > now() - interval '${idleHours} hours'`;

/** Browsers in which somebody is signed in. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  /** Whose session it is; undefined when it has ended or they have left. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const hash = digest(token);
    return this.database.withSecret({ 'app.token_hash': hash.toString('hex') }, async (tx) => {
      const [door]: (Door & { id: string; stale: boolean })[] = await tx.query(aliveSession, [
        hash,
      ]);
      const actor = door && (await actorBehind(tx, door));
      if (!actor) return undefined;
      if (door.stale) await tx.query(`update session set seen_at = now() where id = $1`, [door.id]);
      return { ...actor, sessionId: door.id };
    });
  }

  /** Signs a member in: a new secret for this browser. Forgets the member's expired sessions. */
  async start(tx: EntityManager, memberId: string, visitor: Visitor): Promise<string> {
    const token = newSecret();
    await tx.query(`delete from session where member_id = $1 and expires_at < now()`, [memberId]);
    await tx.query(
      `insert into session (member_id, token_hash, expires_at, address, agent)
       values ($1, $2, now() + interval '${sessionDays} days', $3, $4)`,
      [memberId, digest(token), visitor.address, visitor.agent],
    );
    return token;
  }

  /** The current actor's sessions, the one used last first. */
  list(): Promise<Session[]> {
    const { memberId } = currentActor();
    return this.database.transaction((tx) =>
      tx.find(Session, {
        where: { memberId, expiresAt: MoreThan(new Date()) },
        order: { seenAt: 'DESC', id: 'ASC' },
      }),
    );
  }

  /** Ends the session that the current actor came with. */
  end(): Promise<void> {
    const { memberId, sessionId } = currentActor();
    return this.database.transaction(async (tx) => {
      if (sessionId) await tx.delete(Session, { id: sessionId });
      await this.live.publish(tx, 'session', { memberId });
    });
  }

  /** Ends every session of the current actor. */
  endAllMine(): Promise<void> {
    const { memberId } = currentActor();
    return this.database.transaction((tx) => this.endAll(tx, memberId));
  }

  /** Ends every session of a member, open sockets included. */
  async endAll(tx: EntityManager, memberId: string): Promise<void> {
    await tx.delete(Session, { memberId });
    await this.live.publish(tx, 'session', { memberId });
  }
}
