import { currencyExponent, parseMoney, Rational, type Rounding } from '@laurel/shared/core';
import { type PreparedBand, prepareBands, type WrittenBand } from './band.js';
import { type Component, paysCredits } from './component.js';
import { compileExpression, type Expression, type Vocabulary } from './expression/index.js';
import type { Basis } from './kind/tiers.js';
import type { Limit } from './limit.js';
import { type Plain, plainOf } from './plain.js';
import type { PlanDocument } from './plan.js';
import type { PayableCredit } from './partition.js';
import { type EdgeRule, type Measure, type Mode, creditKinds } from './settings.js';
import { vocabulariesOf, type Vocabularies } from './vocabulary.js';

/** A plan made ready to pay many partitions: numbers read, expressions compiled, defaults filled in. */
export type CompiledPlan = {
  readonly document: PlanDocument;
  readonly currency: string;
  readonly rounding: Rounding;
  /** Minor units in one of the currency. */
  readonly unit: Rational;
  readonly components: readonly CompiledComponent[];
  readonly limits: readonly CompiledLimit[];
  readonly parameters: Readonly<Record<string, Rational>>;
};

export type CompiledLimit = Limit & {
  readonly most: Rational | null;
  readonly least: Rational | null;
};

export type CompiledMultiplier = {
  readonly by: Rational;
  readonly product: string | undefined;
  readonly when: Condition | undefined;
  /** Does it ask about the deal, so that lines without one have no answer? */
  readonly ofDeal: boolean;
};

export type Condition = { readonly text: string; readonly expression: Expression<boolean> };
export type Calculation = {
  readonly text: string;
  readonly expression: Expression<Rational | null>;
};

/** A band that pays: a rate, an amount in minor units, or a multiplier. */
export type PayingBand = PreparedBand & {
  readonly rate: Rational | null;
  readonly amount: Rational | null;
};

export type CompiledComponent = {
  readonly component: Component;
  readonly paysCredits: boolean;
  readonly kinds: ReadonlySet<PayableCredit['kind']>;
  readonly levels: number;
  readonly measure: Measure;
  readonly basis: Basis;
  readonly accumulate: 'period' | 'deal' | 'year';
  readonly edges: EdgeRule;
  readonly bands: readonly PayingBand[];
  readonly accelerator: readonly PayingBand[] | null;
  readonly weight: Rational;
  readonly multipliers: readonly CompiledMultiplier[];
  readonly where: Condition | undefined;
  readonly pays: Condition | undefined;
  readonly gate: Condition | undefined;
  readonly capWhen: Condition | undefined;
  readonly bonusWhen: Condition | undefined;
  readonly formula: Calculation | undefined;
  /** The short way to pay it; null when it needs the general one. */
  readonly plain: Plain | null;
};

const compiledPlans = new WeakMap<PlanDocument, CompiledPlan>();

/** Prepares a document that `checkPlan` finds no problem in; the same document is prepared once. */
export function compilePlan(document: PlanDocument): CompiledPlan {
  const known = compiledPlans.get(document) ?? compile(document);
  compiledPlans.set(document, known);
  return known;
}

function compile(document: PlanDocument): CompiledPlan {
  const unit = Rational.of(10n ** BigInt(currencyExponent(document.currency)));
  const vocabularies = vocabulariesOf(document);
  const money = (text: string) => Rational.of(parseMoney(text, document.currency));
  return {
    document,
    currency: document.currency,
    rounding: document.rounding,
    unit,
    components: document.components.map((each) =>
      withPlain(document, compileComponent(each, vocabularies, money)),
    ),
    limits: (document.limits ?? []).map((limit) => ({
      ...limit,
      most: limit.cap === undefined ? null : money(limit.cap),
      least: limit.floor === undefined ? null : money(limit.floor),
    })),
    parameters: Object.fromEntries(
      Object.entries(document.parameters ?? {}).map(([name, text]) => [name, Rational.parse(text)]),
    ),
  };
}

type Money = (text: string) => Rational;

function compileComponent(
  component: Component,
  vocabularies: Vocabularies,
  money: Money,
): Omit<CompiledComponent, 'plain'> {
  const { credits, levels = 1, measure = 'amount', accumulate = 'period' } = component;
  const { edges = 'half-open', weight = '1' } = component;
  return {
    component,
    paysCredits: paysCredits(component),
    kinds: new Set(credits === undefined ? kindsOf(component) : [credits].flat()),
    levels,
    measure,
    basis: ('basis' in component && component.basis) || 'quota',
    accumulate: paysCredits(component) || accumulate === 'year' ? accumulate : 'period',
    edges,
    bands: component.kind === 'tiers' ? payingBands(component.tiers, component.mode, money) : [],
    accelerator: acceleratorOf(component),
    weight: Rational.parse(weight),
    multipliers: multipliersOf(component, vocabularies),
    ...conditionsOf(component, vocabularies),
  };
}

function withPlain(
  document: PlanDocument,
  compiled: Omit<CompiledComponent, 'plain'>,
): CompiledComponent {
  const { component, kinds, levels } = compiled;
  return {
    ...compiled,
    plain: plainOf(
      document,
      component,
      ({ credit: { kind, level } }) => kinds.has(kind) && (kind !== 'rollUp' || level <= levels),
    ),
  };
}

const kindsOf = ({ kind }: Component): readonly PayableCredit['kind'][] =>
  kind === 'override' ? ['rollUp'] : creditKinds.filter((each) => each !== 'rollUp');

type Paying = WrittenBand & {
  readonly rate?: string | undefined;
  readonly amount?: string | undefined;
};

function payingBands(
  tiers: readonly Paying[],
  mode: Mode = 'marginal',
  money: Money = Rational.parse,
): PayingBand[] {
  const bands = prepareBands(tiers, mode);
  return tiers.map(({ rate, amount }, i) => ({
    ...bands[i]!,
    rate: rate === undefined ? null : Rational.parse(rate),
    amount: amount === undefined ? null : money(amount),
  }));
}

function acceleratorOf({ accelerator }: Component): PayingBand[] | null {
  if (!accelerator) return null;
  const tiers = accelerator.tiers.map(({ multiplier, ...band }) => ({ ...band, rate: multiplier }));
  return payingBands(tiers, accelerator.mode);
}

function multipliersOf({ multipliers = [] }: Component, about: Vocabularies): CompiledMultiplier[] {
  return multipliers.map(({ product, when, multiplier }) => {
    const ofPeriod = when === undefined || compileExpression(when, about.period, 'condition').ok;
    return {
      by: Rational.parse(multiplier),
      product,
      when: condition(when, about.both),
      ofDeal: product !== undefined || !ofPeriod,
    };
  });
}

function conditionsOf(component: Component, { deal, period, both }: Vocabularies) {
  const { where, pays, gate, cap } = component;
  return {
    where: condition(where, deal),
    pays: condition(pays, deal),
    gate: condition(gate, period),
    capWhen: condition(cap?.when, period),
    bonusWhen: component.kind === 'bonus' ? condition(component.when, period) : undefined,
    formula:
      component.kind === 'formula'
        ? calculation(component.formula, component.per === 'period' ? period : both)
        : undefined,
  };
}

function condition(text: string | undefined, vocabulary: Vocabulary): Condition | undefined {
  if (text === undefined) return undefined;
  const expression = compileExpression(text, vocabulary, 'condition');
  if (!expression.ok) throw new RangeError(`"${text}" is not a condition that checkPlan takes.`);
  return { text, expression };
}

function calculation(text: string, vocabulary: Vocabulary): Calculation {
  const expression = compileExpression(text, vocabulary, 'number');
  if (!expression.ok) throw new RangeError(`"${text}" is not a formula that checkPlan takes.`);
  return { text, expression };
}
