import { Loader, keyedBy } from '@laurel/people';
import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Deal } from './deal.entity.js';

/** Deals for fields such as `Earning.deal`, removed ones too: one statement for all of a request. */
@Injectable()
export class DealLoader {
  private readonly deals = new Loader(async (ids) => keyedBy(await this.find(ids), ({ id }) => id));

  constructor(private readonly database: Database) {}

  /** The deal; a Problem when the organisation has none with this id. */
  async load(id: string): Promise<Deal> {
    const deal = await this.deals.load(id);
    if (!deal) throw new Problem('NOT_FOUND', 'There is no such deal.', { id });
    return deal;
  }

  /** Forgets what this request has read: call it after a change. */
  forget(): void {
    this.deals.forget();
  }

  private find(ids: string[]): Promise<Deal[]> {
    return this.database.transaction((tx) =>
      tx.find(Deal, { where: { id: In(ids) }, relations: { account: true, product: true } }),
    );
  }
}
