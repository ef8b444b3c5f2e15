import { Loader, listedBy } from '@laurel/people';
import { Injectable } from '@nestjs/common';
import type { Credit } from './credit.entity.js';
import { Credits } from './credit.service.js';

/** Credits for `Deal.credits`: one statement for all deals of a request. */
@Injectable()
export class CreditLoader {
  private readonly loader = new Loader<Credit[]>(async (dealIds) =>
    listedBy(dealIds, await this.credits.ofDeals(dealIds), ({ dealId }) => dealId),
  );

  constructor(private readonly credits: Credits) {}

  async ofDeal(dealId: string): Promise<Credit[]> {
    return (await this.loader.load(dealId)) ?? [];
  }
}
