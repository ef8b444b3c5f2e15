/** How many people a figure needs; fewer than the floor nobody may choose. */
export const thresholdFloor = 3;
export const standardThresholds = { score: 5, comment: 10 } as const;

export type Thresholds = { readonly score: number; readonly comment: number };

/** Why thresholds cannot be; undefined when they can. A comment tells more, so it needs twice as many. */
export function thresholdFault({ score, comment }: Thresholds): string | undefined {
  if (!Number.isInteger(score) || score < thresholdFloor)
    return `A figure needs at least ${thresholdFloor} people.`;
  if (!Number.isInteger(comment) || comment < 2 * score)
    return `Comments need at least twice as many people as figures: ${2 * score}.`;
  return undefined;
}
