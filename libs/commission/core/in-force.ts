import { byCodePoint, type Day, type DayRange } from '@laurel/shared/core';

/** A version of a plan that a payee was assigned to, from a day (in) to a day (out; null is still). */
export type AssignedVersion = {
  readonly planId: string;
  readonly assignedFrom: Day;
  readonly assignedTo: Day | null;
  readonly effectiveFrom: Day;
  readonly number: number;
};

/** The days of a period on which one version pays. */
export type Spell<V extends AssignedVersion> = DayRange & { readonly version: V };

/**
 * The versions that pay a period, each with its days, in their order. On a day the version pays that took effect
 * last, of the plan the payee is assigned to on it; of two for the same day the later one. On days without one
 * nothing is paid.
 */
export function spellsIn<V extends AssignedVersion>(
  versions: readonly V[],
  range: DayRange,
): Spell<V>[] {
  const [only] = versions;
  if (only && versions.length === 1 && holdsFor(only, range)) return [{ ...range, version: only }];
  const own = joined(versions);
  const spells: Spell<V>[] = [];
  for (const { from, to } of cut(own, range)) {
    const version = own
      .filter((each) => holdsOn(each, from))
      .reduce<V | undefined>(later, undefined);
    const last = spells.at(-1);
    if (version && last?.version === version && last.to === from)
      spells[spells.length - 1] = { ...last, to };
    else if (version) spells.push({ version, from, to });
  }
  return spells;
}

/** The version that pays a period last: what is settled once for the whole of it goes by its terms. */
export const inForce = <V extends AssignedVersion>(
  versions: readonly V[],
  range: DayRange,
): V | undefined => spellsIn(versions, range).at(-1)?.version;

const holdsOn = ({ assignedFrom, assignedTo, effectiveFrom }: AssignedVersion, day: Day): boolean =>
  assignedFrom <= day && (assignedTo === null || day < assignedTo) && effectiveFrom <= day;

const holdsFor = (version: AssignedVersion, { from, to }: DayRange): boolean =>
  holdsOn(version, from) && (version.assignedTo === null || version.assignedTo >= to);

function later<V extends AssignedVersion>(known: V | undefined, other: V): V {
  if (!known) return other;
  if (known.assignedFrom !== other.assignedFrom)
    return known.assignedFrom < other.assignedFrom ? other : known;
  if (known.effectiveFrom !== other.effectiveFrom)
    return known.effectiveFrom < other.effectiveFrom ? other : known;
  return known.number < other.number ? other : known;
}

/** The range cut on every day on which another version may begin or end. */
function cut(versions: readonly AssignedVersion[], { from, to }: DayRange): DayRange[] {
  const days = versions.flatMap((each) => [
    each.assignedFrom,
    each.assignedTo ?? to,
    each.effectiveFrom,
  ]);
  const within = days.filter((day) => day > from && day < to);
  const edges = [...new Set([from, ...within, to])].sort();
  return edges.slice(1).map((end, i) => ({ from: edges[i]!, to: end }));
}

/** Assignments to one plan that follow each other without a gap are one. */
function joined<V extends AssignedVersion>(versions: readonly V[]): V[] {
  const known: V[] = [];
  for (const version of versions.toSorted((a, b) => byCodePoint(a.assignedFrom, b.assignedFrom))) {
    const at = known.findIndex(
      ({ planId, number, assignedTo }) =>
        planId === version.planId &&
        number === version.number &&
        assignedTo === version.assignedFrom,
    );
    if (at < 0) known.push(version);
    else known[at] = { ...known[at]!, assignedTo: version.assignedTo };
  }
  return known;
}
