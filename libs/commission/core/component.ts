import { z } from 'zod';
import { bonusComplaints, bonusSchema } from './kind/bonus.js';
import { curveComplaints, curveSchema } from './kind/curve.js';
import { flatSchema } from './kind/flat.js';
import { formulaSchema } from './kind/formula.js';
import { matrixComplaints, matrixSchema } from './kind/matrix.js';
import { objectivesComplaints, objectivesSchema } from './kind/objectives.js';
import { overrideSchema } from './kind/override.js';
import { poolComplaints, poolSchema } from './kind/pool.js';
import { ratesComplaints, ratesSchema } from './kind/rates.js';
import { spiffSchema } from './kind/spiff.js';
import { tiersComplaints, tiersSchema } from './kind/tiers.js';
import type { Complaint } from './complaint.js';
import { settingsComplaints } from './settings-check.js';
import { oneOf } from './words.js';

export const componentKinds = [
  'flat',
  'tiers',
  'rates',
  'matrix',
  'formula',
  'spiff',
  'override',
  'curve',
  'bonus',
  'objectives',
  'pool',
] as const;

/** A new kind of component is a schema here, a way to pay in pay.ts, and its sentences in explain. */
export const componentSchema = z.discriminatedUnion(
  'kind',
  [
    flatSchema,
    tiersSchema,
    ratesSchema,
    matrixSchema,
    formulaSchema,
    spiffSchema,
    overrideSchema,
    curveSchema,
    bonusSchema,
    objectivesSchema,
    poolSchema,
  ],
  { error: oneOf(componentKinds) },
);
export type Component = z.infer<typeof componentSchema>;

/** Does the component pay credits one by one, and not the period as a whole? */
export const paysCredits = (component: Component): boolean =>
  component.kind === 'formula'
    ? component.per !== 'period'
    : ['flat', 'tiers', 'rates', 'matrix', 'spiff'].includes(component.kind);

/** What is wrong with a component whose parts can each be read. */
export function componentComplaints(component: Component): Complaint[] {
  return [
    ...kindComplaints(component),
    ...settingsComplaints(component, component.kind, paysCredits(component)),
  ];
}

function kindComplaints(component: Component): Complaint[] {
  switch (component.kind) {
    case 'tiers':
      return tiersComplaints(component);
    case 'rates':
      return ratesComplaints(component);
    case 'matrix':
      return matrixComplaints(component);
    case 'curve':
      return curveComplaints(component);
    case 'bonus':
      return bonusComplaints(component);
    case 'objectives':
      return objectivesComplaints(component);
    case 'pool':
      return poolComplaints(component);
    default:
      return [];
  }
}
