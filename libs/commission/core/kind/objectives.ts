import { Rational } from '@laurel/shared/core';
import type { Evaluation } from '../evaluation.js';
import { amountPart } from '../part.js';
import type { PartsOf } from '../piece.js';
import { z } from 'zod';
import type { Complaint } from '../complaint.js';
import { settings } from '../settings.js';
import { identifier, share, title } from '../words.js';

const objective = z.strictObject(
  { name: identifier, title, weight: share('weight', '0.5') },
  { error: 'Expected an objective: { "name", "title", "weight" }.' },
);

/** Objectives that are scored, each for its weight of a target. */
export const objectivesSchema = z.strictObject({
  kind: z.literal('objectives'),
  ...settings,
  objectives: z
    .array(objective, { error: 'Expected a list of objectives.' })
    .min(1, { error: 'Expected at least one objective.' }),
  most: share('score', '1.5').optional(),
});
export type Objectives = z.infer<typeof objectivesSchema>;

/** Names that are given to more than one objective. */
export const objectivesComplaints = ({ objectives }: Objectives): Complaint[] =>
  objectives.flatMap(({ name }, i) =>
    objectives.findIndex((other) => other.name === name) < i
      ? [{ path: ['objectives', i, 'name'], message: `Another objective is called "${name}".` }]
      : [],
  );

/** A part for each objective: the target, its weight, and what was reached of it. */
export function payObjectives({ objectives, most }: Objectives, evaluation: Evaluation): PartsOf {
  return () => {
    const { target } = evaluation;
    return objectives.flatMap(({ name, weight }) => {
      const reached = evaluation.score(name);
      if (!target || !reached) return [];
      const rate = most === undefined ? reached : Rational.min(reached, Rational.parse(most));
      const detail = { part: name, score: reached.toText() };
      return [
        { ...amountPart('objective', null, target, detail), rate, by: Rational.parse(weight) },
      ];
    });
  };
}
