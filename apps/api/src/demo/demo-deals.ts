import { Account, DealService, ProductService } from '@laurel/deal';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accountsIn } from './accounts.js';
import type { DemoOrganization } from './organization.js';
import { products } from './products.js';
import type { Seat } from './seats.js';

/** The most deals that are saved at once. */
const batch = 1_000;
const firstNumber = 10_001;

/** What is sold, to whom, and every deal. */
@Injectable()
export class DemoDeals {
  constructor(
    private readonly products: ProductService,
    private readonly deals: DealService,
  ) {}

  async saveCatalogue(tx: EntityManager): Promise<void> {
    for (const { name, series, listPrice } of products)
      await this.products.save({ name, series, listPrice });
    await tx.insert(Account, Object.values(accountsIn).flat());
  }

  /** Numbers the deals in the order in which their talks began. */
  async saveDeals({ deals }: DemoOrganization, idOf: ReadonlyMap<Seat, string>): Promise<void> {
    const wishes = deals.map(({ seat, ...deal }, i) => ({
      ...deal,
      externalId: `AF-${firstNumber + i}`,
      owner: idOf.get(seat)!,
    }));
    for (let at = 0; at < wishes.length; at += batch)
      await this.deals.saveAll(wishes.slice(at, at + batch));
  }
}
