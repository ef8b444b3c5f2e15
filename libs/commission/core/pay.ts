import type { Evaluation } from './evaluation.js';
import { payBonus } from './kind/bonus.js';
import { payCurve } from './kind/curve.js';
import { payFlat } from './kind/flat.js';
import { payFormula } from './kind/formula.js';
import { payMatrix } from './kind/matrix.js';
import { payObjectives } from './kind/objectives.js';
import { payOverride } from './kind/override.js';
import { payPool } from './kind/pool.js';
import { payRates } from './kind/rates.js';
import { paySpiff } from './kind/spiff.js';
import { payTiers } from './kind/tiers.js';
import type { PartsOf } from './piece.js';

/** How a component pays, by its kind. */
export function payOf(evaluation: Evaluation): PartsOf {
  const { component } = evaluation;
  switch (component.kind) {
    case 'flat':
      return payFlat(component, evaluation);
    case 'tiers':
      return payTiers(component, evaluation);
    case 'rates':
      return payRates(component, evaluation);
    case 'matrix':
      return payMatrix(component, evaluation);
    case 'formula':
      return payFormula(component, evaluation);
    case 'spiff':
      return paySpiff(component, evaluation);
    case 'override':
      return payOverride(component, evaluation);
    case 'curve':
      return payCurve(component, evaluation);
    case 'bonus':
      return payBonus(component, evaluation);
    case 'objectives':
      return payObjectives(component, evaluation);
    case 'pool':
      return payPool(component, evaluation);
  }
}
