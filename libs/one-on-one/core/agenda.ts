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

/** The list with one of its elements at another place; a place beyond the end is the end. */
export function moved<T>(list: readonly T[], element: T, place: number): T[] {
  const others = list.filter((each) => each !== element);
  return [...others.slice(0, place), element, ...others.slice(place)];
}
