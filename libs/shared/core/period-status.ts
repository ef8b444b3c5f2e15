export const periodStatuses = ['open', 'closed', 'locked'] as const;
export type PeriodStatus = (typeof periodStatuses)[number];

/** What can be done to a period, and from which status to which. A locked one never changes again. */
export const periodMoves = {
  close: { from: 'open', to: 'closed' },
  reopen: { from: 'closed', to: 'open' },
  lock: { from: 'closed', to: 'locked' },
} as const satisfies Record<string, { from: PeriodStatus; to: PeriodStatus }>;
export type PeriodMove = keyof typeof periodMoves;

/** May a period of this status be closed, reopened or locked? */
export const canMove = (move: PeriodMove, status: PeriodStatus): boolean =>
  periodMoves[move].from === status;
