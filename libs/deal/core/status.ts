import { plainWord } from '@laurel/shared/core';

export const dealStatuses = ['open', 'won', 'lost'] as const;
export type DealStatus = (typeof dealStatuses)[number];

const words: Record<DealStatus, readonly string[]> = {
  open: ['open', 'offen', 'in progress', 'in Arbeit', 'active', 'aktiv'],
  won: ['won', 'closed won', 'gewonnen', 'abgeschlossen gewonnen', 'Auftrag'],
  lost: ['lost', 'closed lost', 'verloren', 'abgelehnt', 'cancelled', 'storniert'],
};
const known = new Map(
  dealStatuses.flatMap((status) => words[status].map((word) => [plainWord(word), status] as const)),
);

/** The status a text names, in English or German; undefined when it names none. */
export const readStatus = (text: string): DealStatus | undefined => known.get(plainWord(text));

/** What a stage says about the status: whatever is neither won nor lost is still open. */
export const statusOfStage = (stage: string): DealStatus => readStatus(stage) ?? 'open';

/** The stage of a deal that names none. */
export const stageOfStatus = (status: DealStatus): string =>
  status[0]!.toUpperCase() + status.slice(1);
