export const earningKinds = [
  'flat',
  'tier',
  'rate',
  'matrix',
  'formula',
  'spiff',
  'override',
  'curve',
  'bonus',
  'objective',
  'pool',
  'trueUp',
  'gate',
  'cap',
  'floor',
  'rounding',
  'correction',
] as const;

/**
 * What a line is: the pay of a component by its kind, the true-up of earlier periods, what a condition
 * that is not met withholds (`gate`), what a limit cuts or adds, the rounding of the whole statement, or
 * the difference of a locked period that is posted in this one.
 */
export type EarningKind = (typeof earningKinds)[number];

/** How an amount came from the currency of its deal into the currency of the plan. */
export type LineExchange = {
  readonly amount: string;
  readonly currency: string;
  readonly rate: string;
  readonly source: string;
  readonly day: string;
};

/** One reason for a line's multiplier; the product of all is the multiplier. */
export type LineFactor = {
  readonly of: 'weight' | 'product' | 'condition' | 'accelerator' | 'proration';
  readonly by: string;
  /** The product or the condition it is for. */
  readonly why?: string;
};

/**
 * What the other fields of a line do not say, as plain JSON whose keys always come in this order.
 * Numbers are text: decimals, or "n/d" for a fraction that has no end; money is in minor units.
 */
export type LineDetail = {
  /** Tells lines apart that share component, credit, tier and kind. */
  readonly part?: string;
  /** What was measured, where it is not the amount: margin, count, quantity. */
  readonly measure?: string;
  /** What tier edges are measured by, where it is not a share of the quota, and how much there is of it in all. */
  readonly basis?: { readonly of: string; readonly total?: string };
  /** How tiers apply, where it is not each part at the rate of the tier it falls in. */
  readonly mode?: string;
  readonly attainment?: string;
  readonly target?: string;
  readonly score?: string;
  readonly cell?: readonly string[];
  readonly rule?: number;
  /** An amount that is paid once, not a rate on something. */
  readonly fixed?: true;
  readonly factors?: readonly LineFactor[];
  readonly gate?: string;
  readonly cap?: { readonly on: string; readonly at: string; readonly of: string };
  readonly pool?: { readonly size: string; readonly share: string; readonly members: number };
  readonly exchange?: LineExchange;
  readonly expression?: string;
  /** What a locked period paid and would pay now, and why. */
  readonly correction?: {
    readonly period: string;
    readonly deal: string | null;
    readonly before: string;
    readonly after: string;
    readonly cause: 'deal' | 'order' | 'quota' | 'plan';
    /** The deal whose change it was; lines of earlier days do not tell. */
    readonly origin?: string | null;
  };
  /** The exact quota, where it is not a whole number of minor units. */
  readonly quota?: string;
};

/**
 * One explained piece of pay: base × rate × multiplier = exact, and exact rounded once = amount.
 * Base and exact are minor units and may have a fraction; tier edges are shares of the quota, unless the
 * detail names another basis. Figures are decimals where they are exact, else fractions such as "1/3".
 * Component, credit, tier, kind and the detail's part name a line within a payee's period.
 */
export type EarningLine = {
  readonly component: string;
  readonly kind: EarningKind;
  readonly creditId: string | null;
  readonly dealId: string | null;
  readonly tier: number | null;
  readonly tierFrom: string | null;
  readonly tierTo: string | null;
  readonly base: string;
  readonly rate: string;
  readonly multiplier: string;
  readonly exact: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly rounding: string;
  /** What the payee had been credited in the period before this deal. */
  readonly creditedBefore: bigint | null;
  readonly quota: bigint | null;
  readonly detail: LineDetail | null;
  /** The version of the plan that pays it, where it is not the one that pays the period last. */
  readonly planVersionId?: string;
};
