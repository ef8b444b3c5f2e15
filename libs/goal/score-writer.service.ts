import { Outbox, Periods, createdRows, refuseChangedSince, restoreRows } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ScoreEntry } from './core/index.js';
import { deleteScores, upsertScores, type ScoredPeriod, type WrittenScore } from './score-rows.js';

/** The one way scores are written, by person, by program and by file; pay that hangs on them is computed again. */
@Injectable()
export class ScoreWriter {
  constructor(
    private readonly periods: Periods,
    private readonly outbox: Outbox,
  ) {}

  /** Writes what differs, takes away what is null. The entries are right and their periods open. */
  async write(tx: EntityManager, entries: readonly ScoreEntry[]): Promise<WrittenScore[]> {
    const written = await upsertScores(
      tx,
      entries.filter(({ score }) => score !== null),
    );
    const removed = await deleteScores(
      tx,
      entries.filter(({ score }) => score === null),
    );
    await this.announce(tx, [...written, ...removed]);
    return written;
  }

  /** Refuses when one of the scores that an import wrote was changed since, or its period is closed. */
  async refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    await refuseChangedSince(tx, 'score', importId);
    await this.holdOpen(tx, await imported(tx, importId));
  }

  /** Scores that an import gave go, those that it changed are what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const changed = await imported(tx, importId);
    await restoreRows(tx, 'score', ['score', 'note'], importId);
    await tx.query(`delete from score where id in (${createdRows})`, [importId]);
    await this.announce(tx, changed);
  }

  /** Holds the periods open until the transaction ends; refuses one that takes no changes any more. */
  async holdOpen(tx: EntityManager, entries: readonly { period: string }[]): Promise<void> {
    const names = new Set(entries.map(({ period }) => period));
    for (const name of [...names].sort()) await this.periods.forWriting(tx, name);
  }

  private async announce(tx: EntityManager, changed: readonly ScoredPeriod[]): Promise<void> {
    const due = new Map(
      changed.map(({ memberId, period }) => [
        `${memberId}|${period}`,
        { payeeId: memberId, period },
      ]),
    );
    await this.outbox.emitAll(tx, 'commission.compute', [...due.values()]);
  }
}

const imported = (tx: EntityManager, importId: string): Promise<ScoredPeriod[]> =>
  tx.query(
    `select member_id as "memberId", period from score
     join import_change on row_id = score.id where import_id = $1`,
    [importId],
  );
