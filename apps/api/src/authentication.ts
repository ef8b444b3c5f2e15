import { randomUUID } from 'node:crypto';
import { ApiTokenService, SessionService, sessionCookie } from '@laurel/people';
import type { Actor, RequestContext } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Finds out who sends a request: a person by session cookie, a program by bearer token. */
@Injectable()
export class Authentication {
  constructor(
    private readonly sessions: SessionService,
    private readonly tokens: ApiTokenService,
  ) {}

  async actorOf(request: Pick<FastifyRequest, 'headers'>): Promise<Actor | undefined> {
    const { authorization, cookie } = request.headers;
    const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
    if (bearer) return this.tokens.actorOf(bearer);
    const session = cookieValue(cookie ?? '', sessionCookie);
    return session ? this.sessions.actorOf(session) : undefined;
  }

  async context(request: FastifyRequest, reply?: FastifyReply): Promise<RequestContext> {
    const refresh = () => this.actorOf(request);
    // A WebSocket's upgrade has no number; each of its operations gets one of its own.
    const requestId = request.id ?? randomUUID();
    return { request, ...(reply && { reply }), actor: await refresh(), requestId, refresh };
  }
}

/** WebSocket upgrades never pass the cookie plugin, so the header is read here for both. */
function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(/; */).find((part) => part.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}
