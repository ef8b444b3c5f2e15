import { Rational } from '@laurel/shared/core';
import { moveOf } from '../axis.js';
import { entire } from '../band.js';
import { type Counted, countsAsDeal } from '../counted.js';
import type { Evaluation, Run } from '../evaluation.js';
import { rateOf } from '../part.js';
import type { Part, PartsOf } from '../piece.js';
import { type Placed, type Placement, placing } from '../placing.js';
import { isLast } from '../span.js';
import { z } from 'zod';
import { bandComplaints } from '../band.js';
import { type Complaint, within } from '../complaint.js';
import { modes, settings } from '../settings.js';
import { identifier, money, share, word } from '../words.js';

export const bases = [
  'quota',
  'target',
  'amount',
  'margin',
  'count',
  'quantity',
  'marginShare',
  'score',
] as const;
/** What a total is measured by. */
export type Basis = (typeof bases)[number];

const edge = share('share of the quota', '0.6');

const tier = z.strictObject(
  {
    from: edge,
    to: edge.optional(),
    mode: word(modes).optional(),
    rate: share('rate', '0.065').optional(),
    amount: money().optional(),
  },
  { error: 'Expected a tier such as { "from": "0.6", "rate": "0.065" }.' },
);

/** Bands of a total: each part of a deal, or the whole, is paid at the rate of the band it falls in. */
export const tiersSchema = z.strictObject({
  kind: z.literal('tiers'),
  ...settings,
  basis: word(bases).optional(),
  score: identifier.optional(),
  mode: word(modes).optional(),
  gaps: word(['refuse', 'pay-nothing']).optional(),
  tiers: z
    .array(tier, { error: 'Expected a list of tiers.' })
    .min(1, { error: 'Expected at least one tier.' }),
});
export type Tiers = z.infer<typeof tiersSchema>;
export type Tier = Tiers['tiers'][number];

/** What is wrong with tiers that can each be read. */
export function tiersComplaints(component: Tiers): Complaint[] {
  const { tiers, gaps, basis, score } = component;
  const ofTiers = [...bandComplaints('tier', tiers, gaps), ...tiers.flatMap(tierComplaints)];
  const complaints = within(['tiers'], ofTiers);
  if (basis === 'score' && score === undefined)
    complaints.push({ path: ['score'], message: 'Expected the name of the score.' });
  const still = basis === 'score' ? ['retroactive'] : ['retroactive', 'running'];
  if (basis === 'score' || basis === 'marginShare')
    for (const [i, { mode = component.mode ?? 'marginal' }] of tiers.entries())
      if (!still.includes(mode))
        complaints.push({
          path: component.mode || !tiers[i]!.mode ? ['mode'] : ['tiers', i, 'mode'],
          message: `With the basis "${basis}" tiers are ${still.join(' or ')}.`,
        });
  return complaints.slice(0, 20).concat(openTopComplaints(component));
}

function tierComplaints({ rate, amount }: Tier, i: number): Complaint[] {
  if ((rate === undefined) !== (amount === undefined)) return [];
  return [{ path: [i, 'rate'], message: 'Expected either a rate or an amount, as text.' }];
}

/** An amount can only be spread over a band that ends. */
function openTopComplaints({ tiers, mode }: Tiers): Complaint[] {
  const top = tiers.length - 1;
  const { to, amount, mode: own = mode ?? 'marginal' } = tiers[top]!;
  if (amount === undefined || own !== 'marginal' || to !== undefined) return [];
  return [{ path: ['tiers', top, 'to'], message: 'Expected an end to spread the amount up to.' }];
}

/** Each paid credit in the tiers it falls in, and what a tier pays once. */
export function payTiers(component: Tiers, evaluation: Evaluation): PartsOf {
  const { bands, basis } = evaluation.compiled;
  return (run, most) => {
    const placement = placing(evaluation, run, { bands, basis, most });
    if (!placement) return [];
    const ofCredits = run.credits.flatMap((counted) =>
      counted.paid
        ? placement
            .place(counted)
            .flatMap((each) => partOf(component, evaluation, placement, counted, each))
        : [],
    );
    return [...onceIn(component, evaluation, run, placement), ...ofCredits];
  };
}

function partOf(
  component: Tiers,
  evaluation: Evaluation,
  placement: Placement,
  counted: Counted,
  { band, portion }: Placed,
): Part[] {
  const { start } = placement.stepOf(counted);
  const before = isAdditive(evaluation.compiled.basis) ? start : null;
  const tier = tierPlace(component, band.index, before);
  const terms = { kind: 'tier', counted, portion, tier } as const;
  const detail = detailOf(component, evaluation, placement, band.mode);
  if (band.rate)
    return [{ ...terms, whole: counted.measure, rate: rateOf(evaluation, band.rate), ...detail }];
  if (band.mode === 'retroactive') return [];
  if (band.mode === 'running')
    return countsAsDeal(counted)
      ? [fixed({ ...terms, whole: band.amount!, rate: Rational.one, ...detail })]
      : [];
  if (band.to === null) return [];
  const width = band.to.subtract(band.edge);
  const move = moveOf(counted, evaluation.compiled.basis);
  return [{ ...terms, whole: move, rate: band.amount!.divide(width), ...detail }];
}

/** The amount of a retroactive tier: once for all that has reached it, by the version that pays the period last. */
function onceIn(
  component: Tiers,
  evaluation: Evaluation,
  { credits }: Run,
  placement: Placement,
): Part[] {
  const { reached, total } = placement;
  if (!reached?.amount || reached.mode !== 'retroactive' || !total || total.sign < 0) return [];
  const ofDeal = evaluation.compiled.accumulate === 'deal';
  if (!ofDeal && !isLast(evaluation.facts.partition)) return [];
  const counted = ofDeal ? credits.find(({ paid }) => paid) : null;
  if (counted === undefined) return [];
  const tier = tierPlace(component, reached.index, null);
  const detail = detailOf(component, evaluation, placement, reached.mode);
  const terms = { kind: 'tier', counted, portion: entire, tier } as const;
  return [fixed({ ...terms, whole: reached.amount, rate: Rational.one, once: true, ...detail })];
}

const fixed = (part: Part): Part => ({ ...part, detail: { ...part.detail, fixed: true } });

function tierPlace({ tiers }: Tiers, index: number, creditedBefore: Rational | null) {
  const { from, to = tiers[index + 1]?.from ?? null } = tiers[index]!;
  return { tier: index, tierFrom: from, tierTo: to, creditedBefore };
}

const isAdditive = (basis: Basis): boolean => basis !== 'marginShare' && basis !== 'score';

function detailOf(
  { score }: Tiers,
  { compiled }: Evaluation,
  { total }: Placement,
  mode: string,
): Pick<Part, 'detail'> {
  const { basis } = compiled;
  const told = basis === 'quota' ? {} : { basis: basisOf(basis, total) };
  const detail = {
    ...told,
    ...(mode === 'marginal' ? {} : { mode }),
    ...(score === undefined ? {} : { score }),
  };
  return Object.keys(detail).length ? { detail } : {};
}

const basisOf = (of: Basis, total: Rational | null) => ({
  of,
  ...(total && { total: total.toText() }),
});
