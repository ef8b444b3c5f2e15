import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rateFault, rateKey } from '../core/check-rates.js';
import { exchangeRateFields } from '../core/exchange-rate-fields.js';
import type { DatedRate } from '../core/exchange-rate.js';
import type { ParsedRow, Rejection } from '../import/core/index.js';
import { ImportKinds, type ImportKind, savedRows, type SavedRows } from '../import/import.kind.js';
import { ExchangeRateWriter } from './exchange-rate-writer.service.js';

/** Files of exchange rates: one row for each pair and day. */
@Injectable()
export class ExchangeRateImport implements ImportKind, OnModuleInit {
  readonly kind = 'exchangeRate';
  readonly fields = exchangeRateFields;
  readonly importableBy = ['finance'] as const;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly writer: ExchangeRateWriter,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf(values: ParsedRow['values']): string {
    return rateKey(rateOf(values));
  }

  async save(tx: EntityManager, rows: readonly ParsedRow[]): Promise<SavedRows> {
    const rejections = rows.flatMap(rejection);
    const refused = new Set(rejections.map(({ row }) => row));
    const rates = rows.filter(({ row }) => !refused.has(row)).map(({ values }) => rateOf(values));
    return savedRows(await this.writer.write(tx, rates), rates, rejections);
  }

  refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.refuseUndo(tx, importId);
  }

  undo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.undo(tx, importId);
  }
}

function rateOf(values: ParsedRow['values']): DatedRate {
  const text = (field: keyof DatedRate) => String(values[field] ?? '');
  return {
    from: text('from'),
    to: text('to'),
    day: text('day'),
    rate: text('rate'),
    source: text('source'),
  };
}

function rejection({ row, values }: ParsedRow): Rejection[] {
  const rate = rateOf(values);
  const fault = rateFault(rate);
  return fault ? [{ row, value: rate[fault.field], ...fault }] : [];
}
