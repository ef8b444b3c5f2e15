import { Rational } from '@laurel/shared/core';
import { bandAt, prepareBands, scaleBands } from '../band.js';
import type { Counted } from '../counted.js';
import type { Evaluation, Run } from '../evaluation.js';
import { creditPart, rateOf } from '../part.js';
import type { PartsOf } from '../piece.js';
import { dealValues } from '../values.js';
import { walk } from '../axis.js';
import { z } from 'zod';
import { bandComplaints } from '../band.js';
import { type Complaint, within } from '../complaint.js';
import { settings } from '../settings.js';
import { attributeName, share, word } from '../words.js';
import { attributes } from './rates.js';

export const figures = [
  'attainment',
  'amount',
  'margin',
  'marginShare',
  'quantity',
  'discount',
] as const;
export type Figure = (typeof figures)[number];

const hint =
  'Expected { "by": "attainment", "from": ["0", "1"] } or { "by": "product", "values": ["Gold", "*"] }.';

const dimension = z.union(
  [
    z.strictObject({ by: word(figures), from: z.array(share('edge', '0.5')).min(1) }),
    z.strictObject({ by: word(attributes), values: z.array(attributeName('value')).min(1) }),
  ],
  { error: hint },
);
export type Dimension = z.infer<typeof dimension>;

/** A rate for each credit by two things about it at once. */
export const matrixSchema = z.strictObject({
  kind: z.literal('matrix'),
  ...settings,
  rows: dimension,
  columns: dimension,
  rates: z
    .array(z.array(share('rate', '0.05'), { error: 'Expected a row of rates.' }), {
      error: 'Expected a list of rows.',
    })
    .min(1, { error: 'Expected at least one row.' }),
});
export type Matrix = z.infer<typeof matrixSchema>;

/** What is wrong with a matrix whose parts can each be read. */
export function matrixComplaints({ rows, columns, rates }: Matrix): Complaint[] {
  const complaints = [
    ...within(['rows'], dimensionComplaints(rows)),
    ...within(['columns'], dimensionComplaints(columns)),
  ];
  if (rates.length !== places(rows))
    complaints.push({ path: ['rates'], message: `Expected ${places(rows)} rows of rates.` });
  for (const [i, row] of rates.entries())
    if (row.length !== places(columns))
      complaints.push({
        path: ['rates', i],
        message: `Expected ${places(columns)} rates in a row.`,
      });
  return complaints;
}

export const places = (dimension: Dimension): number =>
  'from' in dimension ? dimension.from.length : dimension.values.length;

function dimensionComplaints(dimension: Dimension): Complaint[] {
  if ('from' in dimension) {
    const bands = dimension.from.map((from) => ({ from }));
    return bandComplaints('edge', bands, 'pay-nothing').map(({ path: [i], message }) => ({
      path: ['from', i!],
      message,
    }));
  }
  return dimension.values.flatMap((value, i, all) =>
    all.indexOf(value) < i
      ? [{ path: ['values', i], message: `"${value}" stands here already.` }]
      : [],
  );
}

type Cell = { readonly index: number; readonly says: string };
type Lookup = (counted: Counted) => Cell | null;

/** Each paid credit at the rate of the cell it falls in. */
export function payMatrix(component: Matrix, evaluation: Evaluation): PartsOf {
  return (run, most) => {
    const row = lookup(component.rows, evaluation, run, most);
    const column = lookup(component.columns, evaluation, run, most);
    return run.credits.flatMap((counted) => {
      const [r, c] = counted.paid ? [row(counted), column(counted)] : [null, null];
      if (!r || !c) return [];
      const rate = rateOf(evaluation, component.rates[r.index]![c.index]!);
      return [creditPart('matrix', counted, rate, { cell: [r.says, c.says] })];
    });
  };
}

function lookup(
  dimension: Dimension,
  evaluation: Evaluation,
  run: Run,
  most: Rational | null,
): Lookup {
  if ('values' in dimension) return lookupText(dimension);
  const { by } = dimension;
  if (by !== 'attainment')
    return (counted) => cellAt(dimension, figureOf(by, counted, evaluation), evaluation);
  const { quota, component } = evaluation;
  const last = dimension.from.length - 1;
  if (quota?.isZero && component.zeroQuota === 'lowest') return () => at(dimension, 0);
  if (quota?.isZero && component.zeroQuota === 'highest') return () => at(dimension, last);
  const total = walk(evaluation, run, 'quota').total!;
  const reached = evaluation.attainment(total);
  const clipped = reached && most ? Rational.min(reached, most) : reached;
  return () => cellAt(dimension, clipped, evaluation);
}

function lookupText(dimension: Extract<Dimension, { values: unknown }>): Lookup {
  return ({ credit }) => {
    const text = credit[dimension.by];
    const own = text == null ? -1 : dimension.values.indexOf(text);
    const index = own >= 0 && text !== '*' ? own : dimension.values.indexOf('*');
    return index < 0 ? null : { index, says: text ?? '*' };
  };
}

type Numbers = Extract<Dimension, { from: unknown }>;

const at = ({ from }: Numbers, index: number): Cell => ({ index, says: from[index]! });

function cellAt(dimension: Numbers, x: Rational | null, { compiled }: Evaluation): Cell | null {
  if (!x) return null;
  const bands = prepareBands(
    dimension.from.map((from) => ({ from })),
    'marginal',
  );
  const band = bandAt(scaleBands(bands, Rational.one), x, compiled.edges);
  return band ? at(dimension, band.index) : null;
}

/** A figure of one credit; a missing one is a problem. */
function figureOf(
  by: Exclude<Figure, 'attainment'>,
  counted: Counted,
  { facts, component }: Evaluation,
): Rational | null {
  const value = dealValues(counted, facts.plan)[by];
  if (value instanceof Rational) return value;
  const { id, externalId, dealId } = counted.credit;
  const message = `Deal ${externalId} has no ${by}, which "${component.name}" asks for.`;
  facts.problems.add('VALUE_MISSING', `${id}|${by}`, message, dealId);
  return null;
}
