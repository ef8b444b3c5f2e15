import { keyedBy, Loader, listedBy } from '@laurel/people';
import { Injectable } from '@nestjs/common';
import type { AwaitedCredit } from './awaited-credit.entity.js';
import type { Credit } from './credit.entity.js';
import { Credits } from './credit.service.js';

/** Credits for what names them: one statement for all deals, or lines, of a request. */
@Injectable()
export class CreditLoader {
  private readonly byDeal = new Loader<Credit[]>(async (dealIds) =>
    listedBy(dealIds, await this.credits.ofDeals(dealIds), ({ dealId }) => dealId),
  );
  private readonly awaitedBy = new Loader<AwaitedCredit[]>(async (dealIds) =>
    listedBy(dealIds, await this.credits.awaitedOf(dealIds), ({ dealId }) => dealId),
  );
  private readonly entries = new Loader<Credit>(async (ids) =>
    keyedBy(await this.credits.entries(ids), ({ id }) => id),
  );

  constructor(private readonly credits: Credits) {}

  async ofDeal(dealId: string): Promise<Credit[]> {
    return (await this.byDeal.load(dealId)) ?? [];
  }

  /** What the deal will be credited once it has the date for it. */
  async awaitedOf(dealId: string): Promise<AwaitedCredit[]> {
    return (await this.awaitedBy.load(dealId)) ?? [];
  }

  /** By its id, also when it no longer counts. */
  async entry(id: string): Promise<Credit | null> {
    return (await this.entries.load(id)) ?? null;
  }
}
