import type { EarningLine } from '@laurel/commission/core';
import { Rational } from '@laurel/shared/core';

/** Why a piece of pay is another than before. */
export const changeReasons = [
  'dealAdded',
  'dealRemoved',
  'deal',
  'split',
  'order',
  'quota',
  'plan',
  'rate',
  'team',
  'score',
  'total',
  'correction',
] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** A piece of pay on one side of a comparison, and what is known around it. */
export type Side = {
  readonly lines: readonly EarningLine[];
  /** Does this side pay anything for the deal of the piece? */
  readonly paysDeal: boolean;
  readonly planVersionId: string;
  readonly quota: bigint | null;
};

/** What differs first, from what a payee did to what the rules say. */
export function reasonOf(before: Side, after: Side): ChangeReason {
  const line = (after.lines[0] ?? before.lines[0])!;
  if (line.kind === 'correction') return 'correction';
  if (line.dealId === null) return reasonOfPeriod(before, after, line);
  if (!before.paysDeal) return 'dealAdded';
  if (!after.paysDeal) return 'dealRemoved';
  return reasonOfDeal(before, after);
}

function reasonOfDeal(before: Side, after: Side): ChangeReason {
  if (exchangeOf(before) !== exchangeOf(after)) return 'rate';
  if (differs(before, after, creditsOf)) return 'split';
  if (before.planVersionId !== after.planVersionId) return 'plan';
  if (differs(before, after, baseOf) || differs(before, after, factorsOf)) return 'deal';
  return before.quota === after.quota ? 'order' : 'quota';
}

/** Of pay that is about no single deal: what the teams sold, what was scored, or what it sums up. */
function reasonOfPeriod(before: Side, after: Side, { kind }: EarningLine): ChangeReason {
  if (before.planVersionId !== after.planVersionId) return 'plan';
  if (differs(before, after, scoresOf)) return 'score';
  if (before.quota !== after.quota) return 'quota';
  return kind === 'override' ? 'team' : 'total';
}

/** Only where both sides pay: what is not there says nothing. */
const differs = (before: Side, after: Side, of: (side: Side) => string): boolean =>
  before.lines.length > 0 && after.lines.length > 0 && of(before) !== of(after);

const distinct = (texts: readonly (string | null | undefined)[]): string =>
  [...new Set(texts)].toSorted().join('|');

const exchangeOf = ({ lines }: Side): string =>
  distinct(lines.flatMap(({ detail }) => detail?.exchange?.rate ?? []));

const creditsOf = ({ lines }: Side): string => distinct(lines.map(({ creditId }) => creditId));

const baseOf = ({ lines }: Side): string =>
  lines.reduce((sum, { base }) => sum.add(Rational.parse(base)), Rational.zero).toText();

const factorsOf = ({ lines }: Side): string =>
  distinct(lines.map(({ detail, multiplier }) => JSON.stringify(detail?.factors ?? multiplier)));

const scoresOf = ({ lines }: Side): string =>
  distinct(
    lines.map(({ kind, rate, detail }) => detail?.score ?? (kind === 'objective' ? rate : '')),
  );
