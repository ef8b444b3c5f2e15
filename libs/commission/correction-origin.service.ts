import { ExchangeRates } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  askedBy,
  byOrigin,
  type Difference,
  exchanged,
  type ExplainedDifference,
  foreignCurrencies,
  type PayableCredit,
} from './core/index.js';
import type { PartitionKey } from './earning-row.js';
import type { LoadedPartition } from './partition.service.js';
import { postedCredits } from './payable-credit.js';

/** Finds out which changed deals the differences of a locked period come from. */
@Injectable()
export class CorrectionOrigins {
  constructor(private readonly rates: ExchangeRates) {}

  /** The differences, each cut into what a changed deal moved. From now on these are the posted credits. */
  async of(
    tx: EntityManager,
    { payeeId, period }: PartitionKey,
    partition: LoadedPartition | null,
    found: readonly Difference[],
    whole: 'quota' | 'plan' | null,
  ): Promise<ExplainedDifference[]> {
    if (!partition) return found.map((each) => ({ ...each, originDealId: each.dealId }));
    const credits = await this.posted(tx, { payeeId, period }, partition);
    const dealIds = partition.credits.map(({ dealId }) => dealId);
    const edited: { id: string }[] = await tx.query(
      `select distinct deal_id as id from late_change where deal_id = any($1) and payment is null`,
      [dealIds],
    );
    const explained = byOrigin(found, {
      partition,
      credits,
      edited: edited.map(({ id }) => id),
      whole,
    });
    await tx.query(keep, [payeeId, period, partition.credits.map(({ id }) => id)]);
    return explained;
  }

  /** The credits that pay was last posted for, in the currency of the plan. */
  private async posted(
    tx: EntityManager,
    { payeeId, period }: PartitionKey,
    partition: LoadedPartition,
  ): Promise<readonly PayableCredit[]> {
    const { plan } = partition;
    const range = partition.range!;
    const asked = { ...range, attributes: askedBy(plan).attributes };
    const before = { ...partition, credits: await postedCredits(tx, payeeId, period, asked) };
    const rates = await this.rates.between(tx, plan.currency, foreignCurrencies(before), range);
    return exchanged(before, rates, range.from).credits;
  }
}

const keep = `
  insert into posted_credits (payee_id, period, credit_ids) values ($1, $2, $3)
  on conflict (organization_id, payee_id, period) do update set credit_ids = excluded.credit_ids`;
