import type { CompiledComponent } from './compile.js';
import type { Partition, PayableCredit } from './partition.js';

/** Does the version pay the credit? It pays those of its own days, and of earlier periods all. */
export const paysIn = ({ span, range }: Partition, { creditedOn }: PayableCredit): boolean =>
  !span || (creditedOn >= span.from && creditedOn < span.to) || creditedOn < range!.from;

/**
 * Does the credit move a total? Where the quota is prorated to the days on which the payee is paid by the plan, only
 * credits of these days do; otherwise all of the period, whatever version pays them.
 */
export function countsIn(
  { component: { prorate }, accumulate }: CompiledComponent,
  { span, active }: Partition,
  { creditedOn }: PayableCredit,
): boolean {
  if (!span || !active || !prorate || prorate.of === 'target' || accumulate === 'year') return true;
  return creditedOn >= active.from && (active.to === null || creditedOn < active.to);
}

/**
 * Is it up to this version to pay the component? What is paid once for the whole period is paid by the last version,
 * unless its target is prorated: then every version pays its own days.
 */
export function isDue({ component, paysCredits }: CompiledComponent, { span }: Partition): boolean {
  if (!span || span.last || paysCredits || component.kind === 'override') return true;
  return component.prorate !== undefined && component.prorate.of !== 'quota';
}

/** The days of the period that count for what is prorated by the version's own days. */
export function activeIn({ active, span }: Partition): Partition['active'] {
  if (!span) return active;
  const from = active && active.from > span.from ? active.from : span.from;
  const to = active?.to && active.to < span.to ? active.to : span.to;
  return { from, to };
}

/** Does what is said of the pay of the whole period, and not of a credit, fall to this version? */
export const isLast = ({ span }: Partition): boolean => !span || span.last;
