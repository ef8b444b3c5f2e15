import {
  ImportKinds,
  type ImportContext,
  type ImportKind,
  Periods,
  Problem,
  References,
  type SavedRows,
  savedRows,
} from '@laurel/shared';
import type { FieldSpec, ParsedRow } from '@laurel/shared/core';
import type { OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AmountWriter } from './amount-writer.js';
import { judgeQuotas, type QuotaContext, readPeriod } from './core/index.js';

/** Files of one amount for each member and period, in the currency the member is paid in. */
export abstract class AmountImport implements ImportKind, OnModuleInit {
  abstract readonly kind: ImportKind['kind'];
  abstract readonly fields: readonly FieldSpec[];
  /** What people are to reach and to earn is finance's to say. */
  readonly importableBy = ['finance'] as const;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly periods: Periods,
    private readonly references: References,
    private readonly writer: AmountWriter,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf(values: ParsedRow['values']): string {
    const period = textOf(values, 'period');
    return `${textOf(values, 'member').toLowerCase()}|${readPeriod(period) ?? period}`;
  }

  async save(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    { currency }: ImportContext,
  ): Promise<SavedRows> {
    const { entries, rejections } = judgeQuotas(rows, await this.context(tx, rows, currency));
    return savedRows(await this.writer.write(tx, entries), entries, rejections);
  }

  refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.refuseUndo(tx, importId);
  }

  undo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.undo(tx, importId);
  }

  private async context(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    currency: string,
  ): Promise<QuotaContext> {
    const names = rows.map(({ values }) => textOf(values, 'member'));
    const members: { id: string; currency: string }[] = await tx.query(
      `select id, currency from member`,
    );
    return {
      currency,
      referents: await this.references.resolve(tx, 'member', names),
      currencies: new Map(members.map((member) => [member.id, member.currency])),
      closed: await this.closed(tx, rows),
    };
  }

  /** Periods of the file that reach into one which takes no changes any more. */
  private async closed(tx: EntityManager, rows: readonly ParsedRow[]): Promise<Set<string>> {
    const named = rows.flatMap(({ values }) => readPeriod(textOf(values, 'period')) ?? []);
    const closed = new Set<string>();
    for (const period of new Set(named)) if (!(await this.isOpen(tx, period))) closed.add(period);
    return closed;
  }

  private async isOpen(tx: EntityManager, period: string): Promise<boolean> {
    try {
      for (const reached of await this.writer.reachOf(tx, [{ period }]))
        await this.periods.forWriting(tx, reached);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'PERIOD_LOCKED') return false;
      throw error;
    }
  }
}

const textOf = (values: ParsedRow['values'], field: string): string => String(values[field] ?? '');
