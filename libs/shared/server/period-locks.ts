import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Writes down for good what the named periods show, just before they are locked. */
export type Keep = (tx: EntityManager, names: readonly string[]) => Promise<unknown>;

/** Where each slice says what has to be kept as it stands when a period is locked. */
@Injectable()
export class PeriodLocks {
  private readonly keeps: Keep[] = [];

  register(keep: Keep): void {
    this.keeps.push(keep);
  }

  async keepAll(tx: EntityManager, names: readonly string[]): Promise<void> {
    for (const keep of this.keeps) await keep(tx, names);
  }
}
