import { AsyncLocalStorage } from 'node:async_hooks';
import type { ApiScope, Role } from '../core/role.js';
import { Problem } from './problem.js';

/** Who acts: a signed-in member, a program with a token, or the system in a job. */
export type Actor = {
  readonly organizationId: string;
  readonly memberId: string;
  readonly role: Role | 'system';
  /** Everybody in the teams this member manages today, and in the teams below. */
  readonly reportIds: ReadonlySet<string>;
  readonly locale: string;
  /** May see the results of every survey: a permission beside the role. */
  readonly hr?: boolean;
  readonly timeZone: string;
  readonly currency: string;
  readonly sessionId?: string;
  readonly tokenId?: string;
  /** Present for API tokens: what the token may be used for. */
  readonly scopes?: readonly ApiScope[];
};

const actors = new AsyncLocalStorage<Actor | undefined>();

export const runAs = <T>(actor: Actor | undefined, work: () => T): T => actors.run(actor, work);

export const maybeActor = (): Actor | undefined => actors.getStore();

export function currentActor(): Actor {
  const actor = actors.getStore();
  if (!actor) throw new Problem('SIGN_IN_REQUIRED', 'Please sign in to continue.');
  return actor;
}

/** The worker acting for an organisation: sees all of it, and nothing of any other. */
export const systemActor = (organizationId: string): Actor => ({
  organizationId,
  memberId: '',
  role: 'system',
  reportIds: new Set(),
  locale: 'en',
  timeZone: 'UTC',
  currency: 'EUR',
});
