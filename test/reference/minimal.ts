import { parsePlan } from '@laurel/commission/core';
import { disagreement, isPlan } from './agreement.js';
import type { Plan } from './document.js';
import type { Facts } from './facts.js';

/** Facts that may be missing altogether, or be fewer. */
const optional =
  /^(plan|scores|pool)\.|^(credits|earlier|rates)\.\d+$|\.(margin|quantity|discount|product|series|variant|segment|priceList|region)$|^(active|tenure|pool|quota|yearQuota|targetPay|yearTargetPay)$/;

/** A case from which nothing can be left out without the disagreement going away. */
export function minimal(facts: Facts): Facts {
  for (const path of pathsOf(facts)) {
    const less = parsed(without(facts, path) as Facts);
    if (sizeOf(less) < sizeOf(facts) && disagrees(less)) return minimal(less);
  }
  return facts;
}

/** Settings that were left out get their defaults. */
const parsed = (facts: Facts): Facts =>
  isPlan(facts.plan) ? { ...facts, plan: parsePlan(facts.plan) as Plan } : facts;

function disagrees(facts: Facts): boolean {
  try {
    return isPlan(facts.plan) && disagreement(facts) !== null;
  } catch {
    return false;
  }
}

function pathsOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const here = [...path, key];
    const inside = pathsOf(each, here);
    return each !== null && optional.test(here.join('.')) ? [here, ...inside] : inside;
  });
}

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, i) => String(i) !== key)
      : value.map((each, i) => (String(i) === key ? without(each, rest) : each));
  const object = value as Record<string, unknown>;
  if (rest.length > 0) return { ...object, [key!]: without(object[key!], rest) };
  const { [key!]: left, ...others } = object;
  return left === null || isFact(key!) ? { ...object, [key!]: null } : others;
}

/** Facts are known to be missing; settings are left out. */
const isFact = (key: string): boolean =>
  /^(margin|quantity|discount|active|tenure|pool|yearQuota|targetPay|yearTargetPay)$/.test(key);

const sizeOf = (facts: Facts): number =>
  JSON.stringify(facts, (_, each) => (typeof each === 'bigint' ? String(each) : each)).length;
