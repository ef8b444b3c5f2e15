import { cellsOf, differenceOf, sizeOf, type Cells, type Group, type Unit } from './cell.js';
import { tellsOfFew } from './solvable.js';

/** Rules that only their own tests switch off. */
export type Rules = { readonly remainder?: boolean; readonly overlap?: boolean };

/** Is a number of people nobody, or enough that none of them is told? */
export const isSafe = (people: number, threshold: number): boolean =>
  people === 0 || people >= threshold;

/** May two sets of people be shown side by side? Not when few are in the one and not in the other. */
export function mayOverlap(
  one: ReadonlySet<unknown>,
  other: ReadonlySet<unknown>,
  threshold: number,
): boolean {
  const without = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>) =>
    [...a].filter((each) => !b.has(each)).length;
  return isSafe(without(one, other), threshold) && isSafe(without(other, one), threshold);
}

/**
 * The parts of a whole that may be shown: those with enough people, as long as the hidden rest together is
 * nobody or has enough too; until then the smallest shown part is hidden as well. Sizes of several
 * measures (those who answered, those who were asked) each have to keep the rule; of those after the first
 * `needed` ones nobody may be in a part. Keys of the shown, in order.
 */
export function shownParts(
  whole: readonly number[],
  parts: readonly { readonly key: string; readonly sizes: readonly number[] }[],
  threshold: number,
  { remainder = true }: Rules = {},
  needed = whole.length,
): string[] {
  const shown = parts.filter(({ sizes }) => areEnough(sizes, threshold, needed));
  const hidden = () =>
    whole.map((size, m) => size - shown.reduce((sum, { sizes }) => sum + sizes[m]!, 0));
  while (remainder && shown.length && !hidden().every((size) => isSafe(size, threshold)))
    shown.splice(shown.indexOf(smallest(shown)), 1);
  return shown.map(({ key }) => key);
}

const areEnough = (sizes: readonly number[], threshold: number, needed: number): boolean =>
  sizes.every((size, m) => (m < needed ? size >= threshold : isSafe(size, threshold)));

const smallest = <P extends { sizes: readonly number[] }>(parts: readonly P[]): P =>
  parts.reduce((least, part) => (part.sizes[0]! < least.sizes[0]! ? part : least));

/**
 * The groups whose figures may be shown, all at once and to anybody: each has enough people, what is hidden
 * beside it has too, no two of them differ by a few, and nothing about a few can be worked out from all together.
 * Groups come in the order in which they are preferred, parents before their parts. `rests` are told by comparing
 * figures: a group may have none of them.
 */
export function disclosed(
  groups: readonly Group[],
  measures: readonly (readonly Unit[])[],
  threshold: number,
  rules: Rules = {},
  rests: readonly (readonly Unit[])[] = [],
): Set<string> {
  const cells = [...measures, ...rests].map((units) => cellsOf(groups, units));
  const barred = new Set<string>();
  for (;;) {
    const shown = shownWithout(groups, cells, threshold, rules, barred, measures.length);
    const offender = rules.overlap === false ? undefined : tooMuch(groups, shown, cells, threshold);
    if (!offender) return shown;
    barred.add(offender);
  }
}

function shownWithout(
  groups: readonly Group[],
  cells: readonly Cells[],
  threshold: number,
  rules: Rules,
  barred: ReadonlySet<string>,
  needed: number,
): Set<string> {
  const sizes = (id: string) => cells.map((each) => sizeOf(each, id));
  const shown = new Set<string>();
  for (const { id, parent } of groups)
    if (parent === null && areEnough(sizes(id), threshold, needed)) shown.add(id);
  for (const [parent, family] of families(groups)) {
    if (!shown.has(parent)) continue;
    const parts = family
      .filter(({ id }) => !barred.has(id))
      .map(({ id }) => ({ key: id, sizes: sizes(id) }));
    for (const key of shownParts(sizes(parent), parts, threshold, rules, needed)) shown.add(key);
  }
  return shown;
}

/** The parts of each group by one dimension, parents first: each family divides its parent. */
function families(groups: readonly Group[]): [parent: string, family: Group[]][] {
  const found = new Map<string, [string, Group[]]>();
  for (const group of groups) {
    if (group.parent === null) continue;
    const key = `${group.parent}|${group.dimension}`;
    const family = found.get(key);
    if (family) family[1].push(group);
    else found.set(key, [group.parent, [group]]);
  }
  return [...found.values()];
}

/** The least preferred group that tells too much beside the others; undefined when none does. */
function tooMuch(
  groups: readonly Group[],
  shown: ReadonlySet<string>,
  cells: readonly Cells[],
  threshold: number,
): string | undefined {
  const order = groups.map(({ id }) => id).filter((id) => shown.has(id));
  const differs = (one: string, other: string) =>
    cells.some(
      (each) =>
        !isSafe(differenceOf(each, one, other), threshold) ||
        !isSafe(differenceOf(each, other, one), threshold),
    );
  for (let later = 1; later < order.length; later++)
    for (let earlier = 0; earlier < later; earlier++)
      if (differs(order[later]!, order[earlier]!)) return order[later];
  if (cells.some((each) => tellsOfFew(each, order, threshold))) return order.at(-1);
  return undefined;
}

/** The nearest group around one that is shown: small groups are merged upward. */
export function mergedInto(
  groups: readonly Group[],
  id: string,
  shown: ReadonlySet<string>,
): string | undefined {
  const parents = new Map(groups.map((group) => [group.id, group.parent]));
  for (let at: string | null | undefined = id; at; at = parents.get(at))
    if (shown.has(at)) return at;
  return undefined;
}
