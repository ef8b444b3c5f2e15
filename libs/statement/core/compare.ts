import type { EarningLine } from '@laurel/commission/core';
import { groupBy } from '@laurel/shared/core';
import { type ChangeReason, reasonOf, type Side } from './reason.js';

/** A statement as it was or is: its lines, and what decided them. */
export type StatementFigures = {
  readonly lines: readonly EarningLine[];
  readonly planVersionId: string;
  readonly quota: bigint | null;
};

/** A piece of pay that was added, is gone, or pays something else: a component for a deal, or for the period. */
export type LineChange = Pick<EarningLine, 'component' | 'kind' | 'dealId' | 'currency'> & {
  readonly part: string | null;
  /** Null when there was no such line. */
  readonly before: bigint | null;
  /** Null when there is none any more. */
  readonly after: bigint | null;
  readonly difference: bigint;
  readonly reason: ChangeReason;
};

/** Where the statements differ, piece by piece, in the order of the later one; the differences sum to that of the totals. */
export function compareStatements(before: StatementFigures, after: StatementFigures): LineChange[] {
  const [earlier, later] = [before, after].map(({ lines }) => groupBy(lines, keyOf));
  const [hadDeals, hasDeals] = [before, after].map(
    ({ lines }) => new Set(lines.map(({ dealId }) => dealId)),
  );
  const keys = new Set([...later!.keys(), ...earlier!.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [earlier!.get(key) ?? [], later!.get(key) ?? []];
    const line = (is[0] ?? was[0])!;
    const side = (of: StatementFigures, lines: EarningLine[], deals: Set<string | null>): Side => ({
      ...of,
      lines,
      paysDeal: deals.has(line.dealId),
    });
    return changeOf(line, side(before, was, hadDeals!), side(after, is, hasDeals!));
  });
}

function changeOf(line: EarningLine, before: Side, after: Side): LineChange[] {
  const [was, is] = [paid(before.lines), paid(after.lines)];
  if (was === is) return [];
  const { component, kind, dealId, currency, detail } = line;
  return [
    {
      component,
      kind,
      dealId,
      currency,
      part: detail?.part ?? null,
      before: was,
      after: is,
      difference: (is ?? 0n) - (was ?? 0n),
      reason: reasonOf(before, after),
    },
  ];
}

const keyOf = ({ component, kind, dealId, detail, currency }: EarningLine): string =>
  [component, kind, dealId ?? '', detail?.part ?? '', currency].join('|');

const paid = (lines: readonly EarningLine[]): bigint | null =>
  lines.length ? lines.reduce((sum, { amount }) => sum + amount, 0n) : null;
