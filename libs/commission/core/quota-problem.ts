import type { CompiledComponent } from './compile.js';
import type { Evaluation } from './evaluation.js';

/** Tells once when a quota that pay is measured by is not there, or is 0 and pays nothing. */
export function quotaProblems(evaluation: Evaluation): void {
  if (!needsQuota(evaluation.compiled) || evaluation.counted.length === 0) return;
  const { quota, component, facts } = evaluation;
  if (!quota && !given(evaluation))
    facts.problems.add(
      'QUOTA_MISSING',
      '',
      'There is no quota for this period, so its tiers pay nothing.',
    );
  if (quota?.isZero && (component.zeroQuota ?? 'nothing') === 'nothing')
    facts.problems.add('QUOTA_ZERO', '', 'The quota is 0, so what is measured by it pays nothing.');
}

/** Is there a quota, be it in a currency without a rate? */
function given({ compiled, component, facts }: Evaluation): boolean {
  const { quota, yearQuota } = facts.partition;
  if (component.quota !== undefined) return true;
  const yearly = component.season !== undefined || compiled.accumulate === 'year';
  return Boolean(yearly ? yearQuota : quota);
}

function needsQuota({ component, basis, accelerator }: CompiledComponent): boolean {
  if (accelerator) return true;
  if (component.kind === 'tiers' || component.kind === 'curve') return basis === 'quota';
  if (component.kind !== 'matrix') return false;
  return component.rows.by === 'attainment' || component.columns.by === 'attainment';
}
