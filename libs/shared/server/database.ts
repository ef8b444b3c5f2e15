import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import { currentAct } from '../audit/act.js';
import { currentActor } from './actor.js';
import { logger } from './logger.js';
import { begin, commit, rollBack, tell } from './statement.js';

type Hook = () => unknown;
type Scope = { organizationId: string | undefined; tx: EntityManager; hooks: Hook[] };

const scopes = new AsyncLocalStorage<Scope>();

/** Runs after the surrounding transaction has been committed; never when it is rolled back. */
export function afterCommit(hook: Hook): void {
  const scope = scopes.getStore();
  if (!scope) throw new Error('afterCommit needs a surrounding transaction');
  scope.hooks.push(hook);
}

/** Whose rows the surrounding transaction sees. */
export function currentOrganization(): string {
  const organizationId = scopes.getStore()?.organizationId;
  if (!organizationId) throw new Error('There is no surrounding transaction of an organisation');
  return organizationId;
}

/** Transactions in which the database itself knows the tenant and shows nobody else's rows. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /** Joins the surrounding transaction, or begins one for the current actor's organisation. */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const open = scopes.getStore();
    return open?.organizationId
      ? work(open.tx)
      : this.inOrganization(currentActor().organizationId, work);
  }

  /** Joins the surrounding transaction if it is the same organisation's, or begins a new one, with settings of its own. */
  inOrganization<T>(
    organizationId: string,
    work: (tx: EntityManager) => Promise<T>,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const open = scopes.getStore();
    if (open?.organizationId === organizationId) return work(open.tx);
    return this.begin({ 'app.organization_id': organizationId, ...settings }, organizationId, work);
  }

  /** A transaction of the same organisation beside the surrounding one, to read while that writes; all else belongs to that one. */
  beside<T>(work: (reader: EntityManager) => Promise<T>): Promise<T> {
    const organizationId = currentOrganization();
    return this.inTransaction((reader) => {
      tell(reader, `select set_config('app.organization_id', $1, true)`, [organizationId]);
      return work(reader);
    });
  }

  /** Reads the one row whose secret the caller holds, before any tenant is known (sign-in, tokens). */
  withSecret<T>(
    settings: Record<string, string>,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.begin(settings, undefined, work);
  }

  /** Nothing of an attempt that lost a deadlock is kept, so it is safe to make it again. */
  private async begin<T>(...attempt: Attempt<T>): Promise<T> {
    for (let left = attempts; ; left--) {
      try {
        return await this.attempt(...attempt);
      } catch (error) {
        if (left === 1 || !lostDeadlock(error)) throw error;
      }
    }
  }

  private async attempt<T>(...[settings, organizationId, work]: Attempt<T>): Promise<T> {
    const hooks: Hook[] = [];
    const act = organizationId === undefined ? undefined : currentAct();
    let recorded = false;
    const result = await this.inTransaction(async (tx) => {
      const entries = Object.entries({ ...settings, ...(act && { 'app.audit': 'on' }) });
      const calls = entries.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`);
      tell(tx, `select ${calls.join(', ')}`, entries.flat());
      const answer = await scopes.run({ organizationId, tx, hooks }, () => work(tx));
      if (act) recorded = await act.recordChanges(tx);
      return answer;
    });
    if (act && recorded) act.recorded = true;
    await Promise.all(hooks.map(runHook));
    return result;
  }

  private async inTransaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = runner.manager;
    await begin(tx);
    try {
      const answer = await work(tx);
      await commit(tx);
      return answer;
    } catch (error) {
      throw await rollBack(tx, error);
    } finally {
      await runner.release();
    }
  }
}

type Attempt<T> = [
  settings: Record<string, string>,
  organizationId: string | undefined,
  work: (tx: EntityManager) => Promise<T>,
];

const attempts = 4;

/** Two transactions waited for each other, and PostgreSQL ended this one. */
const lostDeadlock = (error: unknown): boolean =>
  ['40P01', '40001'].includes((error as { code?: string }).code ?? '');

/** The data is safe already; whatever a hook was to publish, the reconciler publishes later. */
async function runHook(hook: Hook): Promise<void> {
  try {
    await hook();
  } catch (error) {
    logger.warn({ err: error }, 'could not publish after commit');
  }
}
