import type { Outcome } from './agreement.js';
import type { Credit, Facts } from './facts.js';

const values = (key: string, ...words: string[]) => words.map((word) => `${key}: ${word}`);

const settings = [
  'credits',
  'levels',
  'where',
  'pays',
  'quota',
  'ramp',
  'season',
  'target',
  'weight',
  'multipliers',
  'accelerator',
  'gate',
  'cap',
  'floor',
  'limits',
  'when',
  'most',
  'discount',
];

/** What random cases have to contain between them. */
export const wanted: readonly string[] = [
  ...values('kind', 'flat', 'tiers', 'rates', 'matrix', 'spiff', 'formula', 'override', 'curve'),
  ...values('kind', 'bonus', 'objectives', 'pool'),
  ...values('rounding', 'half-even', 'half-up'),
  ...values('measure', 'amount', 'margin', 'count', 'quantity'),
  ...values('basis', 'quota', 'target', 'amount', 'margin', 'count', 'quantity'),
  ...values('basis', 'marginShare', 'score'),
  ...values('mode', 'marginal', 'retroactive', 'running'),
  ...values('accumulate', 'period', 'deal', 'year'),
  ...values('edges', 'half-open', 'closed-above', 'closed'),
  ...values('zeroQuota', 'nothing', 'lowest', 'highest', 'target'),
  ...values('gaps', 'refuse', 'pay-nothing'),
  ...values('by', 'calendar', 'working', 'months', 'attainment', 'amount', 'margin', 'marginShare'),
  ...values('by', 'quantity', 'discount', 'product', 'series', 'variant', 'segment', 'priceList'),
  ...values('by', 'region'),
  ...values('of', 'quota', 'target', 'both'),
  ...values('on', 'payment', 'attainment'),
  ...values('shape', 'table', 'linear', 'threshold'),
  ...values('beyond', 'hold', 'extend'),
  ...values('share', 'equal', 'weight', 'credited'),
  ...values('per', 'deal', 'unit', 'period'),
  'order: external-id',
  'roundAt: statement',
  'trueUp: true',
  'target: payee',
  ...settings,
  ...values('line', 'flat', 'tier', 'rate', 'matrix', 'formula', 'spiff', 'override', 'curve'),
  ...values('line', 'bonus', 'objective', 'pool', 'trueUp', 'gate', 'cap', 'floor', 'rounding'),
  ...values('problem', 'RATE_MISSING', 'QUOTA_MISSING', 'QUOTA_ZERO', 'TARGET_MISSING'),
  ...values('problem', 'POOL_MISSING', 'SCORE_MISSING', 'VALUE_MISSING', 'CONDITION_UNDEFINED'),
  ...values('problem', 'FORMULA_UNDEFINED'),
  ...values('fact', 'no credits', 'negative credit', 'credit of 0', 'tie', 'earlier credits'),
  ...values('fact', 'converted', 'no rate', 'no quota', 'quota of 0', 'joiner', 'leaver'),
  ...values('fact', 'several versions', 'another plan before'),
];

/** What a case contains and what came of it. */
export const constructsIn = (facts: Facts, { lines, problems }: Outcome): Set<string> =>
  new Set([
    ...wordsOf(facts.plan),
    ...lines.map(({ kind }) => `line: ${kind}`),
    ...problems.map((problem) => `problem: ${problem.split(' ')[0]}`),
    ...factsOf(facts).map((fact) => `fact: ${fact}`),
  ]);

/** The settings of a document, and those with their words. */
function wordsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'object' ? [key, ...wordsOf(each)] : [key, `${key}: ${each}`],
  );
}

function factsOf(facts: Facts): string[] {
  const { credits, earlier = [], earlierVersions = [], plan, rates, quota, active } = facts;
  const foreign = credits.filter(({ currency }) => currency !== plan.currency);
  const hasRate = ({ currency }: Credit) =>
    rates.some(({ from, to }) => from === currency || to === currency);
  const keys = credits.map(({ creditedOn, externalId }) => `${creditedOn} ${externalId}`);
  const known: [boolean, string][] = [
    [credits.length === 0, 'no credits'],
    [credits.some(({ amount }) => amount < 0n), 'negative credit'],
    [credits.some(({ amount }) => amount === 0n), 'credit of 0'],
    [new Set(keys).size < keys.length, 'tie'],
    [earlier.length > 0, 'earlier credits'],
    [foreign.some(hasRate), 'converted'],
    [!foreign.every(hasRate), 'no rate'],
    [earlierVersions.length > 0, 'several versions'],
    [earlierVersions.some((each) => each.plan !== plan), 'another plan before'],
    [quota === null, 'no quota'],
    [quota?.amount === 0n, 'quota of 0'],
    [active != null && active.to === null, 'joiner'],
    [active?.to != null, 'leaver'],
  ];
  return known.filter(([holds]) => holds).map(([, name]) => name);
}
