/** A plan document, in the words of PLAN.md. */
export type Plan = {
  readonly currency: string;
  readonly rounding: 'half-even' | 'half-up';
  readonly roundAt?: 'line' | 'statement' | undefined;
  readonly order?: 'day' | 'external-id' | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  readonly components: readonly Component[];
  readonly limits?: readonly Limit[] | undefined;
};

export type Limit = {
  readonly name: string;
  readonly components: readonly string[];
  readonly cap?: string | undefined;
  readonly floor?: string | undefined;
};

export type Measure = 'amount' | 'margin' | 'count' | 'quantity';
export type Mode = 'marginal' | 'retroactive' | 'running';
export type Edges = 'half-open' | 'closed-above' | 'closed';
export type Basis = 'quota' | 'target' | Measure | 'marginShare' | 'score';

export type WrittenBand = {
  readonly from: string;
  readonly to?: string | undefined;
  readonly mode?: Mode | undefined;
  readonly rate?: string | undefined;
  readonly amount?: string | undefined;
  readonly multiplier?: string | undefined;
};

export type Multiplier = {
  readonly product?: string | undefined;
  readonly when?: string | undefined;
  readonly multiplier: string;
};

export type Cap = {
  readonly on: 'payment' | 'attainment';
  readonly amount?: string | undefined;
  readonly share?: string | undefined;
  readonly at?: string | undefined;
  readonly when?: string | undefined;
};

export type Settings = {
  readonly name: string;
  readonly credits?: string | readonly string[] | undefined;
  readonly levels?: number | undefined;
  readonly where?: string | undefined;
  readonly pays?: string | undefined;
  readonly measure?: Measure | undefined;
  readonly accumulate?: 'period' | 'deal' | 'year' | undefined;
  readonly edges?: Edges | undefined;
  readonly quota?: string | undefined;
  readonly ramp?: readonly string[] | undefined;
  readonly season?: readonly string[] | undefined;
  readonly prorate?: { readonly of: string; readonly by: string } | undefined;
  readonly zeroQuota?: 'nothing' | 'lowest' | 'highest' | 'target' | undefined;
  readonly target?: string | undefined;
  readonly trueUp?: boolean | undefined;
  readonly weight?: string | undefined;
  readonly multipliers?: readonly Multiplier[] | undefined;
  readonly accelerator?:
    { readonly mode?: Mode | undefined; readonly tiers: readonly WrittenBand[] } | undefined;
  readonly gate?: string | undefined;
  readonly cap?: Cap | undefined;
  readonly floor?: string | undefined;
};

export const attributes = [
  'variant',
  'product',
  'series',
  'priceList',
  'segment',
  'region',
] as const;
export type Attribute = (typeof attributes)[number];

export type Rule = Partial<Readonly<Record<Attribute, string | undefined>>> & {
  readonly discount?: WrittenBand | undefined;
  readonly rate?: string | undefined;
  readonly amount?: string | undefined;
};

export type Figure = 'attainment' | 'amount' | 'margin' | 'marginShare' | 'quantity' | 'discount';
export type Dimension =
  | { readonly by: Figure; readonly from: readonly string[] }
  | { readonly by: Attribute; readonly values: readonly string[] };

export type Curve =
  | { readonly shape: 'table'; readonly points: readonly Point[] }
  | {
      readonly shape: 'linear';
      readonly points: readonly Point[];
      readonly beyond?: string | undefined;
    }
  | {
      readonly shape: 'threshold';
      readonly threshold: string;
      readonly start?: string | undefined;
      readonly slope?: string | undefined;
      readonly most?: string | undefined;
    };
export type Point = { readonly at: string; readonly pays: string };

type Basic = { readonly basis?: Basis | undefined; readonly score?: string | undefined };

export type Flat = Settings & { readonly kind: 'flat'; readonly rate: string };
export type Tiers = Settings &
  Basic & {
    readonly kind: 'tiers';
    readonly mode?: Mode | undefined;
    readonly gaps?: string | undefined;
    readonly tiers: readonly WrittenBand[];
  };
export type Rates = Settings & { readonly kind: 'rates'; readonly rates: readonly Rule[] };
export type Matrix = Settings & {
  readonly kind: 'matrix';
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly rates: readonly (readonly string[])[];
};
export type Spiff = Settings & {
  readonly kind: 'spiff';
  readonly product?: string | undefined;
  readonly amount: string;
  readonly per?: 'deal' | 'unit' | undefined;
};
export type Formula = Settings & {
  readonly kind: 'formula';
  readonly formula: string;
  readonly per?: 'deal' | 'period' | undefined;
};
export type Override = Settings & { readonly kind: 'override'; readonly rate: string };
export type CurveOf = Settings & Basic & { readonly kind: 'curve'; readonly curve: Curve };
export type Bonus = Settings & {
  readonly kind: 'bonus';
  readonly amount?: string | undefined;
  readonly share?: string | undefined;
  readonly when?: string | undefined;
};
export type Objectives = Settings & {
  readonly kind: 'objectives';
  readonly objectives: readonly { readonly name: string; readonly weight: string }[];
  readonly most?: string | undefined;
};
export type Pool = Settings & {
  readonly kind: 'pool';
  readonly amount?: string | undefined;
  readonly rate?: string | undefined;
  readonly share?: 'equal' | 'weight' | 'credited' | undefined;
};

export type PayingCredits = Flat | Tiers | Rates | Matrix | Spiff | Formula;
export type PayingPeriod = Formula | Override | CurveOf | Bonus | Objectives | Pool;
export type Component = PayingCredits | PayingPeriod;
