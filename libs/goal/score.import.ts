import {
  ImportKinds,
  Problem,
  References,
  type ImportContext,
  type ImportKind,
  type SavedRows,
  savedRows,
} from '@laurel/shared';
import type { ParsedRow } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { judgeScores, readPeriod, scoreFields } from './core/index.js';
import { ScoreWriter } from './score-writer.service.js';

/** Files of scores: one row per member, period and objective. */
@Injectable()
export class ScoreImport implements ImportKind, OnModuleInit {
  readonly kind = 'score';
  readonly fields = scoreFields;
  readonly importableBy = ['finance'] as const;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly references: References,
    private readonly writer: ScoreWriter,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf(values: ParsedRow['values']): string {
    const period = textOf(values, 'period');
    const member = textOf(values, 'member').toLowerCase();
    return `${member}|${readPeriod(period) ?? period}|${textOf(values, 'objective')}`;
  }

  async save(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    { createdBy }: ImportContext,
  ): Promise<SavedRows> {
    const names = rows.map(({ values }) => textOf(values, 'member'));
    const { entries, rejections } = judgeScores(rows, {
      referents: await this.references.resolve(tx, 'member', names),
      closed: await this.closed(tx, rows),
      scorer: createdBy,
    });
    return savedRows(await this.writer.write(tx, entries), entries, rejections);
  }

  refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.refuseUndo(tx, importId);
  }

  undo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.undo(tx, importId);
  }

  /** Periods of the file that take no changes any more; the others are held open. */
  private async closed(tx: EntityManager, rows: readonly ParsedRow[]): Promise<Set<string>> {
    const named = rows.flatMap(({ values }) => readPeriod(textOf(values, 'period')) ?? []);
    const closed = new Set<string>();
    for (const period of [...new Set(named)].sort())
      if (!(await this.isOpen(tx, period))) closed.add(period);
    return closed;
  }

  private async isOpen(tx: EntityManager, period: string): Promise<boolean> {
    try {
      await this.writer.holdOpen(tx, [{ period }]);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'PERIOD_LOCKED') return false;
      throw error;
    }
  }
}

const textOf = (values: ParsedRow['values'], field: string): string => String(values[field] ?? '');
