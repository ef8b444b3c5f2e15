import { type CompiledComponent, compilePlan } from './compile.js';
import type { PlanDocument } from './plan.js';

/** What a plan asks beside the credits and the quota of the period, so that nothing else has to be read. */
export type Asked = {
  /** The credits and the quota of the year so far. */
  readonly year: boolean;
  /** What deals say about themselves: segment, margin, discount and the like. */
  readonly attributes: boolean;
  /** What the payee earns at target. */
  readonly target: boolean;
  /** How long the payee has been here. */
  readonly tenure: boolean;
  /** Who shares a pool with the payee, and what their team was credited. */
  readonly pool: boolean;
  /** What is rolled up to the payee, deal by deal; otherwise its sum does. */
  readonly rolledUp: boolean;
};

const attributeWords =
  /"kind":"(rates|matrix)"|"(margin|quantity|marginShare|unit)"|deal\.|\b(margin|quantity)\b/;

/** Looks for the words that ask; a word in a title may ask for too much, never for too little. */
export function askedBy(plan: PlanDocument): Asked {
  const text = JSON.stringify(plan.components);
  return {
    year: /"accumulate":"year"|"season":/.test(text),
    attributes: attributeWords.test(text),
    target: /"kind":"(curve|objectives|bonus)"|\btarget\b/.test(text),
    tenure: /"ramp":|tenure/.test(text),
    pool: /"kind":"pool"/.test(text),
    rolledUp: !compilePlan(plan).components.every(sumsRolledUp),
  };
}

/** Pays nothing that is rolled up, or a share of its sum and nothing more. */
const sumsRolledUp = ({ kinds, component, plain }: CompiledComponent): boolean =>
  !kinds.has('rollUp') || (component.kind === 'override' && plain !== null);
