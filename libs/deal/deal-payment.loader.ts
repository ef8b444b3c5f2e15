import { Loader, listedBy } from '@laurel/people';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { DealPayment } from './deal-payment.entity.js';

/** Payments for `Deal.payments`: one statement for all deals of a request. */
@Injectable()
export class DealPaymentLoader {
  private readonly loader = new Loader<DealPayment[]>(async (dealIds) =>
    listedBy(dealIds, await this.find(dealIds), ({ dealId }) => dealId),
  );

  constructor(private readonly database: Database) {}

  /** The newest first. */
  async ofDeal(dealId: string): Promise<DealPayment[]> {
    return (await this.loader.load(dealId)) ?? [];
  }

  /** Forgets what this request has read: call it after a change. */
  forget(): void {
    this.loader.forget();
  }

  private find(dealIds: string[]): Promise<DealPayment[]> {
    return this.database.transaction((tx) =>
      tx.find(DealPayment, {
        where: { dealId: In(dealIds) },
        order: { receivedOn: 'DESC', externalId: 'ASC' },
      }),
    );
  }
}
