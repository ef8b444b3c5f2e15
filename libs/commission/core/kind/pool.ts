import { allocate, byCodePoint, Rational } from '@laurel/shared/core';
import type { Evaluation } from '../evaluation.js';
import { amountPart, minor } from '../part.js';
import type { TeamPool } from '../partition.js';
import type { PartsOf } from '../piece.js';
import { z } from 'zod';
import type { Complaint } from '../complaint.js';
import { settings } from '../settings.js';
import { money, share, word } from '../words.js';

/** A pool that a team shares: a fixed amount, or a rate on what the team was credited. */
export const poolSchema = z.strictObject({
  kind: z.literal('pool'),
  ...settings,
  amount: money().optional(),
  rate: share('rate', '0.02').optional(),
  share: word(['equal', 'weight', 'credited']).optional(),
});
export type Pool = z.infer<typeof poolSchema>;

/** What is wrong with a pool whose parts can each be read. */
export const poolComplaints = ({ amount, rate }: Pool): Complaint[] =>
  (amount === undefined) === (rate === undefined)
    ? [{ path: ['amount'], message: 'Expected either an amount or a rate, as text.' }]
    : [];

/** The payee's part of the pool, to the minor unit, so that all parts sum to the pool. */
export function payPool(component: Pool, evaluation: Evaluation): PartsOf {
  return () => {
    const { facts } = evaluation;
    const { pool } = facts.partition;
    if (!pool) {
      facts.problems.add('POOL_MISSING', '', 'The payee’s team has no pool in this period.');
      return [];
    }
    const terms = termsOf(component, pool);
    if (!terms || waitsForRate(terms, evaluation, pool)) return [];
    const size = sizeOf(terms, evaluation, pool);
    const members = pool.members
      .filter(({ pools }) => !pools || pools.includes(component.name))
      .toSorted((a, b) => byCodePoint(a.id, b.id));
    const weights = weightsOf(members, terms.share ?? 'equal');
    const total = weights.reduce((sum, each) => sum + each, 0n);
    const own = members.findIndex(({ id }) => id === pool.payeeId);
    if (own < 0 || total === 0n || size === 0n) return [];
    const part = Rational.of(allocate(size, weights)[own]!);
    const share = Rational.of(weights[own]!, total).toText();
    const detail = { pool: { size: size.toString(), share, members: members.length } };
    return [amountPart('pool', null, part, detail)];
  };
}

/** A pool is one thing, whichever version each of its members is paid by: the last version says what it is. */
function termsOf(component: Pool, { terms }: TeamPool): Pool | undefined {
  if (!terms) return component;
  return terms.components.find(
    (each): each is Pool => each.kind === 'pool' && each.name === component.name,
  );
}

/** Part of what the team was credited cannot be counted, so that nobody's part of it is known. */
function waitsForRate(
  { amount, share }: Pool,
  { facts }: Evaluation,
  { withoutRate = [] }: TeamPool,
): boolean {
  if (amount !== undefined && share !== 'credited') return false;
  for (const currency of withoutRate)
    facts.problems.add(
      'RATE_MISSING',
      currency,
      `The team was credited in ${currency}, and there is no exchange rate to ${facts.plan.currency}.`,
    );
  return withoutRate.length > 0;
}

function sizeOf({ amount, rate }: Pool, evaluation: Evaluation, pool: TeamPool): bigint {
  if (amount !== undefined) return minor(evaluation, amount).numerator;
  const exact = Rational.parse(rate!).multiply(Rational.of(pool.credited));
  return exact.round(pool.terms?.rounding ?? evaluation.facts.plan.rounding);
}

/** Whole numbers in the proportion of the weights. */
function weightsOf(members: TeamPool['members'], by: NonNullable<Pool['share']>): bigint[] {
  if (by === 'equal') return members.map(() => 1n);
  if (by === 'credited') return members.map(({ credited }) => (credited > 0n ? credited : 0n));
  const weights = members.map(({ weight }) => Rational.parse(weight));
  const common = weights.reduce((product, { denominator }) => product * denominator, 1n);
  return weights.map(({ numerator, denominator }) => numerator * (common / denominator));
}
