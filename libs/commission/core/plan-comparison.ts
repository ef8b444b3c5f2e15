import type { Component } from './component.js';
import { pathText } from './leaf.js';
import type { PlanDocument } from './plan.js';

/** One setting that two versions say differently; a side that does not say it is undefined. */
export type SettingChange = {
  /** Within its component, or within the plan: "tiers[1].rate". */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** A component of either version with the settings that differ: all of them where only one version has it. */
export type ComponentChange = {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  readonly before: Component | undefined;
  readonly after: Component | undefined;
  readonly settings: readonly SettingChange[];
};

export type PlanComparison = {
  /** Settings beside the components. */
  readonly plan: readonly SettingChange[];
  /** In the order of the later version; those it no longer has stand last. */
  readonly components: readonly ComponentChange[];
  /** Components that both have stand in another order. */
  readonly reordered: boolean;
};

/** What differs between two versions of a plan, by component and setting. Components are the same by their name. */
export function comparePlans(before: PlanDocument, after: PlanDocument): PlanComparison {
  const { components: earlier, ...head } = before;
  const { components: later, ...laterHead } = after;
  const gone = earlier.filter(({ name }) => !later.some((each) => each.name === name));
  return {
    plan: changesBetween(head, laterHead),
    components: [
      ...later.map((each) =>
        componentChange(
          earlier.find(({ name }) => name === each.name),
          each,
        ),
      ),
      ...gone.map((each) => componentChange(each, undefined)),
    ],
    reordered: sharedNames(earlier, later).join() !== sharedNames(later, earlier).join(),
  };
}

/** Do both versions say the same? */
export const isSamePlan = ({ plan, components, reordered }: PlanComparison): boolean =>
  plan.length === 0 && !reordered && components.every(({ change }) => change === 'same');

function componentChange(
  before: Component | undefined,
  after: Component | undefined,
): ComponentChange {
  const settings = changesBetween(before ?? {}, after ?? {});
  const both = settings.length ? 'changed' : 'same';
  return {
    name: (after ?? before)!.name,
    change: !before ? 'added' : !after ? 'removed' : both,
    before,
    after,
    settings,
  };
}

const sharedNames = (of: readonly Component[], other: readonly Component[]): string[] =>
  of.map(({ name }) => name).filter((name) => other.some((each) => each.name === name));

/** The innermost values that differ, in the order in which the earlier one says them, then what is new. */
export function changesBetween(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[] = [],
): SettingChange[] {
  if (!isBranch(before) || !isBranch(after) || Array.isArray(before) !== Array.isArray(after))
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ path: pathText(path), before, after }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    changesBetween(before[key], after[key], [...path, Array.isArray(before) ? Number(key) : key]),
  );
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
