/** Something to talk about: raised for a meeting, and settled in one. */
export type Topic = { readonly raised: number; readonly settled: number | null };

/**
 * What stands on the agenda of a meeting: topics raised for it, and those of earlier ones that were
 * still open when it came.
 */
export const agendaOf = <T extends Topic>(topics: readonly T[], number: number): T[] =>
  topics.filter(
    ({ raised, settled }) => raised <= number && (settled === null || settled >= number),
  );
