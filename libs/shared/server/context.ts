import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from './actor.js';

/**
 * What every resolver gets as its context. Signing in or out sets `actor`, so that the rest of the
 * same request is answered with the new rights. `reply` is missing on a WebSocket.
 */
export type RequestContext = {
  request: FastifyRequest;
  reply?: FastifyReply;
  actor: Actor | undefined;
  /** Names the request in the audit trail; told in the header x-request-id. */
  requestId: string;
  /** Looks the session or token up again: undefined once it has ended. */
  refresh: () => Promise<Actor | undefined>;
};
