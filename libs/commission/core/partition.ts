import type { LineExchange } from './line.js';
import type { PlanDocument } from './plan.js';

/** A credit with what the plan asks about its deal. */
export type PayableCredit = {
  readonly id: string;
  readonly dealId: string;
  readonly externalId: string;
  readonly product: string | null;
  readonly kind: 'direct' | 'split' | 'overlay' | 'rollUp';
  readonly level: number;
  readonly amount: bigint;
  readonly currency: string;
  readonly creditedOn: string;
  /** Only of a credit that was converted into the plan's currency. */
  readonly exchange?: LineExchange;
};

export type Quota = {
  readonly amount: bigint;
  readonly currency: string;
  readonly exchange?: LineExchange;
};

/** Everything that decides what one payee earns in one period. Amounts are in minor units. */
export type Partition = {
  readonly plan: PlanDocument;
  readonly quota: Quota | null;
  readonly credits: readonly PayableCredit[];
};
