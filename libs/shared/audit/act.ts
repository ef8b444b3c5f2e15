import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from 'typeorm';
import { mergeChanges, type Change, type Changes } from './core/index.js';
import { addRow } from './row.js';

/** Who acts: a member, in person or by a token; of somebody signing in at first only where. */
type Doer = {
  readonly organizationId: string;
  readonly memberId?: string;
  readonly tokenId?: string;
};
type Noted = { changes: string | null; counts: string | null };

const acts = new AsyncLocalStorage<Act | undefined>();

/** The act in whose course something runs. */
export const currentAct = (): Act | undefined => acts.getStore();

/** Work that belongs to no act and leaves no row, such as storing the pieces of a file on its way in. */
export const aside = <T>(work: () => T): T => acts.run(undefined, work);

/** Tells on whose behalf the current act is, where that is found out only in its course: signing in. */
export function actsAs(organizationId: string, memberId?: string): void {
  const act = acts.getStore();
  if (act) act.doer = { organizationId, ...(memberId && { memberId }) };
}

const nothing: Changes = { object: null, objectIds: [], before: null, after: null };

/** Something that somebody tries to change: it leaves one row in the audit trail, whatever comes of it. */
export class Act {
  /** Is its row safe? */
  recorded = false;

  constructor(
    private readonly action: string,
    private readonly requestId: string,
    /** What it is about, for an attempt that changes nothing. */
    private readonly named: readonly string[],
    public doer: Doer | undefined,
  ) {}

  run<T>(work: () => T): T {
    return acts.run(this, work);
  }

  /** Adds the row to a transaction that changed something; answers whether it did. */
  async recordChanges(tx: EntityManager): Promise<boolean> {
    const [noted]: [Noted] = await tx.query(
      `select current_setting('app.audit_changes', true) as changes,
         current_setting('app.audit_counts', true) as counts`,
    );
    if (!noted.changes) return false;
    // One row for one act: what a second transaction changed would stand in none.
    if (this.recorded) throw new Error(`${this.action} changes rows in more than one transaction`);
    const changes = mergeChanges(JSON.parse(`[${noted.changes}]`) as Change[]);
    await this.add(tx, changes, noted.counts, null);
    return true;
  }

  /** Adds the row of an act that changed nothing, or was refused with a problem. */
  recordEnding(tx: EntityManager, problem: string | null): Promise<void> {
    return this.add(tx, nothing, null, problem);
  }

  private add(
    tx: EntityManager,
    changes: Changes,
    counts: string | null,
    problem: string | null,
  ): Promise<void> {
    return addRow(tx, {
      actorId: this.doer?.memberId || null,
      tokenId: this.doer?.tokenId ?? null,
      action: this.action,
      ...changes,
      objectIds: changes.object === null ? this.named : changes.objectIds,
      counts: counts ?? '{}',
      outcome: problem === null ? 'done' : 'refused',
      problem,
      requestId: this.requestId,
    });
  }
}
