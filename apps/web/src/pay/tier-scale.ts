import type { PlanDocument } from '@laurel/commission/core';

/** Where a tier begins, as a share of quota, and what it pays from there. */
export type TierMark = { readonly from: number; readonly rate: string; readonly place: number };

/** The tiers of a plan and the reader's attainment on one scale from 0 to 1, for a bar. */
export type TierScale = { readonly marks: readonly TierMark[]; readonly filled: number };

/** Room to the right of the last mark or of what is filled. */
const margin = 1.12;

/**
 * Places tier edges and attainment on a bar which always shows at least the whole quota. These are
 * lengths for the eye; the figures beside them stay exact.
 */
export function tierScale(
  document: Pick<PlanDocument, 'components'>,
  attainment: string | null,
): TierScale {
  const tiers = document.components.find(isOfQuota)?.tiers ?? [];
  const reached = Math.max(0, Number(attainment ?? 0));
  const edges = tiers.flatMap(({ from, rate }) =>
    rate === undefined ? [] : [{ from: Number(from), rate }],
  );
  const end = Math.max(1, reached, ...edges.map(({ from }) => from)) * margin;
  return {
    marks: edges.map((edge) => ({ ...edge, place: edge.from / end })),
    filled: reached / end,
  };
}

type Component = PlanDocument['components'][number];

/** Only tiers of the quota have a place on the bar. */
const isOfQuota = (component: Component): component is Extract<Component, { kind: 'tiers' }> =>
  component.kind === 'tiers' && (component.basis ?? 'quota') === 'quota';
