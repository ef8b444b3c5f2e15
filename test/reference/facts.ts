import type { Plan } from './document.js';

/** Money of its own currency, in minor units. */
export type Money = {
  readonly amount: bigint;
  readonly currency: string;
};

export type Credit = Money & {
  readonly id: string;
  readonly dealId: string;
  readonly externalId: string;
  readonly kind: string;
  readonly level: number;
  readonly creditedOn: string;
  readonly part?: number | undefined;
  readonly product: string | null;
  readonly series?: string | null | undefined;
  readonly variant?: string | null | undefined;
  readonly segment?: string | null | undefined;
  readonly priceList?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly discount?: string | null | undefined;
  readonly margin?: bigint | null | undefined;
  readonly quantity?: string | null | undefined;
};

export type TeamPool = {
  readonly credited: bigint;
  readonly payeeId: string;
  readonly members: readonly {
    readonly id: string;
    readonly weight: string;
    readonly credited: bigint;
  }[];
  /** Currencies the team was credited in that have no rate. */
  readonly withoutRate?: readonly string[];
};

/** Days from the first (included) to the second (excluded). */
export type Days = { readonly from: string; readonly to: string };

/** From its day on, one of a currency is worth so much of another. */
export type Rate = {
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly rate: string;
};

/** What is known of one payee in one period. */
export type Facts = {
  readonly plan: Plan;
  readonly rates: readonly Rate[];
  readonly credits: readonly Credit[];
  readonly earlier?: readonly Credit[] | undefined;
  readonly quota: Money | null;
  readonly yearQuota?: Money | null | undefined;
  readonly targetPay?: Money | null | undefined;
  readonly yearTargetPay?: Money | null | undefined;
  readonly scores?: Readonly<Record<string, string>> | undefined;
  readonly pool?: TeamPool | null | undefined;
  readonly range: Days;
  readonly yearRange: Days;
  readonly active?: { readonly from: string; readonly to: string | null } | null | undefined;
  readonly place?: number | undefined;
  readonly tenure?: number | null | undefined;
  /** The days of the period that the plan's version is in force; all of them when left out. */
  readonly span?: (Days & { readonly last: boolean }) | undefined;
  /** The same period with the versions before this one, in their order. */
  readonly earlierVersions?: readonly Facts[] | undefined;
};
