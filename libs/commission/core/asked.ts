import { compilePlan } from './compile.js';
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
};

const attributeWords =
  /"kind":"(rates|matrix)"|"(margin|quantity|marginShare|unit)"|deal\.|\b(margin|quantity)\b/;

/** Looks for the words that ask; a word in a title may ask for too much, never for too little. */
export function askedBy({ components }: PlanDocument): Asked {
  const text = JSON.stringify(components);
  return {
    year: /"accumulate":"year"|"season":/.test(text),
    attributes: attributeWords.test(text),
    target: /"kind":"(curve|objectives|bonus)"|\btarget\b/.test(text),
    tenure: /"ramp":|tenure/.test(text),
    pool: /"kind":"pool"/.test(text),
  };
}

/** Does it ask what is rolled up deal by deal? Otherwise nothing of it is paid, or a share of its sum. */
export const asksRolledUp = (plan: PlanDocument): boolean =>
  !compilePlan(plan).components.every(
    ({ kinds, component, plain }) =>
      !kinds.has('rollUp') || (component.kind === 'override' && plain !== null),
  );
