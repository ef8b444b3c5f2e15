import type { Day } from '@laurel/shared/core';
import type { AssignedVersion } from './in-force.js';
import type { PlanDocument } from './plan.js';

/** A plan that is tried: from a day on it says what the document says, whatever its versions say. */
export type Trial = { readonly planId: string; readonly plan: PlanDocument; readonly from: Day };

/** Stands for the version that the tried plan would be. */
export const triedVersion = '00000000-0000-0000-0000-000000000000';

/**
 * The versions as they would be with the trial: those of the tried plan that take effect from its day on give
 * way to it, earlier ones hold until then. Versions of other plans stay.
 */
export function replaced<V extends AssignedVersion & { readonly id: string }>(
  versions: readonly V[],
  { planId, from }: Trial,
): V[] {
  const own = versions.filter((version) => version.planId === planId);
  const assignments = new Map(own.map((version) => [assignmentOf(version), version]));
  const tried = [...assignments.values()].map((version) => ({
    ...version,
    id: triedVersion,
    number: Number.MAX_SAFE_INTEGER,
    effectiveFrom: from,
  }));
  const kept = versions.filter((each) => each.planId !== planId || each.effectiveFrom < from);
  return [...kept, ...tried];
}

/** Several versions of the plan come with the same assignment. */
const assignmentOf = (version: AssignedVersion & { readonly payeeId?: string }): string =>
  `${version.payeeId} ${version.assignedFrom}`;

/** Payees whose difference lies in `[from, to)`; those with none stand alone, from 0 to 0. */
export type SpreadBand = { readonly from: bigint; readonly to: bigint; readonly payees: number };

/** Bands on each side of zero, at most. */
const bandsASide = 5n;

/** How differences spread, from the greatest loss to the greatest gain, in bands of one round width that touch. */
export function spreadOf(differences: readonly bigint[]): SpreadBand[] {
  if (differences.length === 0) return [];
  const width = roundWidth(differences.reduce((most, each) => max(most, abs(each)), 0n));
  const bandOf = (difference: bigint): bigint =>
    difference === 0n ? 0n : difference / width + (difference > 0n ? 1n : -1n);
  const counts = new Map<bigint, number>();
  for (const each of differences.map(bandOf)) counts.set(each, (counts.get(each) ?? 0) + 1);
  const known = [...counts.keys()];
  const [first, last] = [known.reduce(min, 0n), known.reduce(max, 0n)];
  return Array.from({ length: Number(last - first) + 1 }, (_, i) => {
    const band = first + BigInt(i);
    const from = band > 0n ? (band - 1n) * width : band * width;
    const to = band < 0n ? (band + 1n) * width : band * width;
    return { from, to, payees: counts.get(band) ?? 0 };
  });
}

/** The least of 1, 2, 5, 10, 20 … of which so many hold the greatest difference. */
function roundWidth(most: bigint): bigint {
  for (let power = 1n; ; power *= 10n)
    for (const digit of [1n, 2n, 5n]) if (digit * power * bandsASide > most) return digit * power;
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
