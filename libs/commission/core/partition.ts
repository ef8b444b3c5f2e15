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
};

/** Everything that decides what one payee earns in one period. Amounts are in minor units. */
export type Partition = {
  readonly plan: PlanDocument;
  readonly quota: { readonly amount: bigint; readonly currency: string } | null;
  readonly credits: readonly PayableCredit[];
};
