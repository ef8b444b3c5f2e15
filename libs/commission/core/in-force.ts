import type { Day, DayRange } from '@laurel/shared/core';

/** A version of a plan that a payee was assigned to, from a day (in) to a day (out; null is still). */
export type AssignedVersion = {
  readonly assignedFrom: Day;
  readonly assignedTo: Day | null;
  readonly effectiveFrom: Day;
  readonly number: number;
};

/**
 * The one version that pays a whole period. Of the assignments that touch the period the latest counts.
 * Of its plan's versions, the latest in effect when the period starts; if none is yet, the first that
 * takes effect within it. A version that takes effect later in a period pays from the next one.
 */
export function inForce<V extends AssignedVersion>(
  versions: readonly V[],
  { from, to }: DayRange,
): V | undefined {
  const possible = versions.filter(
    ({ assignedFrom, assignedTo, effectiveFrom }) =>
      assignedFrom < to && (assignedTo === null || assignedTo > from) && effectiveFrom < to,
  );
  const latest = possible.reduce(
    (day, { assignedFrom }) => (assignedFrom > day ? assignedFrom : day),
    '',
  );
  const assigned = possible
    .filter(({ assignedFrom }) => assignedFrom === latest)
    .toSorted((a, b) =>
      a.effectiveFrom < b.effectiveFrom
        ? -1
        : a.effectiveFrom > b.effectiveFrom
          ? 1
          : a.number - b.number,
    );
  return (
    assigned.findLast(({ effectiveFrom }) => effectiveFrom <= from) ?? firstToTakeEffect(assigned)
  );
}

/** Of two versions for the same day the later one replaces the earlier. */
const firstToTakeEffect = <V extends AssignedVersion>(sorted: readonly V[]): V | undefined =>
  sorted.findLast(({ effectiveFrom }) => effectiveFrom === sorted[0]!.effectiveFrom);
