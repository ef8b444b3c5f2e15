import type { Day, DayRange } from '@laurel/shared/core';
import type { LineExchange } from './line.js';
import type { PlanDocument } from './plan.js';

/** Money; in another currency than the plan's it cannot be counted. */
export type Sum = {
  readonly amount: bigint;
  readonly currency: string;
  /** Only of an amount that was converted into the plan's currency. */
  readonly exchange?: LineExchange;
};

export type Quota = Sum;

/** A credit with what the plan asks about its deal; what is left out or null is not known. */
export type PayableCredit = Sum & {
  readonly id: string;
  readonly dealId: string;
  readonly externalId: string;
  readonly kind: 'direct' | 'split' | 'overlay' | 'rollUp';
  readonly level: number;
  readonly creditedOn: string;
  /** Above 0 for what comes in of a deal after its first cash: the deal was counted then. */
  readonly part?: number;
  readonly product: string | null;
  readonly series?: string | null;
  readonly variant?: string | null;
  readonly segment?: string | null;
  readonly priceList?: string | null;
  readonly region?: string | null;
  /** A share of the price, as a decimal. */
  readonly discount?: string | null;
  /** In minor units of the credit's currency. */
  readonly margin?: bigint | null;
  readonly quantity?: string | null;
};

/** Who shares a pool: what the team was credited, and each member's weight. */
export type TeamPool = {
  readonly credited: bigint;
  readonly payeeId: string;
  readonly members: readonly {
    readonly id: string;
    readonly weight: string;
    readonly credited: bigint;
    /** The pools of the version that paid them last, by name, where that is not the last one of all. */
    readonly pools?: readonly string[];
  }[];
  /** Currencies of credits of the team that no rate brings into the plan's. */
  readonly withoutRate?: readonly string[];
  /** What the version says that is in force last, where another one pays the payee last. */
  readonly terms?: Pick<PlanDocument, 'components' | 'rounding'>;
};

/** The days of a period that a version pays; what is paid once for the whole of it is paid by the last one. */
export type Span = DayRange & { readonly last: boolean };

/** Everything that decides what one payee earns in one period. Amounts are in minor units. */
export type Partition = {
  readonly plan: PlanDocument;
  readonly quota: Quota | null;
  readonly credits: readonly PayableCredit[];
  readonly yearQuota?: Quota | null;
  /** Credits of the same year before this period. */
  readonly earlier?: readonly PayableCredit[];
  /** What was reached of objectives and other measures, as shares. */
  readonly scores?: Readonly<Record<string, string>>;
  readonly targetPay?: Sum | null;
  readonly yearTargetPay?: Sum | null;
  readonly pool?: TeamPool | null;
  readonly range?: DayRange;
  readonly yearRange?: DayRange;
  /** The days on which the payee is paid by the plan; all of them when it is null. */
  readonly active?: { readonly from: Day; readonly to: Day | null } | null;
  /** Where the plan's version is not in force for the whole period: the days that it pays. */
  readonly span?: Span;
  /** The same period as the versions before this one pay it, in their order. */
  readonly earlierVersions?: readonly Partition[];
  /** Which version of the plan it is, where there are several. */
  readonly planVersionId?: string;
  /** Where the period stands in its year, from 0. */
  readonly place?: number;
  /** Whole periods since the payee started, from 0. */
  readonly tenure?: number | null;
};
