import type { CompiledComponent } from './compile.js';
import type { Evaluation } from './evaluation.js';
import type { Facts } from './facts.js';
import type { Sum } from './partition.js';
import { payeesQuota, payeesTarget } from './quota-of.js';

/** Tells once when a quota that pay is measured by is not there, or is 0 and pays nothing. */
export function quotaProblems({ compiled, counted, quota, component, facts }: Evaluation): void {
  if (!needsQuota(compiled)) return;
  const own = component.quota === undefined ? payeesQuota(compiled, facts.partition) : undefined;
  if (!quota && own) rateMissing(facts, 'quota', own);
  if (counted.length === 0) return;
  if (!quota && !own)
    facts.problems.add(
      'QUOTA_MISSING',
      '',
      'There is no quota for this period, so its tiers pay nothing.',
    );
  if (quota?.isZero && (component.zeroQuota ?? 'nothing') === 'nothing')
    facts.problems.add('QUOTA_ZERO', '', 'The quota is 0, so what is measured by it pays nothing.');
}

/** Tells once that the target pay which something is paid by is not there, or has no rate. */
export function targetProblem(compiled: CompiledComponent, facts: Facts): void {
  const own = payeesTarget(compiled, facts.partition);
  if (own) rateMissing(facts, 'target pay', own);
  else facts.problems.add('TARGET_MISSING', '', 'There is no target pay for this period.');
}

function rateMissing({ plan, problems }: Facts, what: string, { currency }: Sum): void {
  const message = `The ${what} is in ${currency}, and there is no exchange rate to ${plan.currency}.`;
  problems.add('RATE_MISSING', what, message);
}

function needsQuota({ component, basis, accelerator }: CompiledComponent): boolean {
  if (accelerator) return true;
  if (component.kind === 'tiers' || component.kind === 'curve') return basis === 'quota';
  if (component.kind !== 'matrix') return false;
  return component.rows.by === 'attainment' || component.columns.by === 'attainment';
}
