import { Loader, keyedBy } from '@laurel/people';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { DealSplit } from './core/index.js';
import { splitsOfDeal } from './split-rows.js';

type SplitsOfDeal = { id: string; splits: DealSplit[] };

/** Shares for `Deal.splits`: one statement for all deals of a request. */
@Injectable()
export class DealSplitLoader {
  private readonly loader = new Loader(async (ids) =>
    keyedBy(await this.find(ids), ({ id }) => id),
  );

  constructor(private readonly database: Database) {}

  async ofDeal(id: string): Promise<DealSplit[]> {
    return (await this.loader.load(id))?.splits ?? [];
  }

  /** Forgets what this request has read: call it after a change. */
  forget(): void {
    this.loader.forget();
  }

  private find(ids: string[]): Promise<SplitsOfDeal[]> {
    return this.database.transaction((tx) =>
      tx.query(`select id, ${splitsOfDeal} as splits from deal where id = any($1)`, [ids]),
    );
  }
}
