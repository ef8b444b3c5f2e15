import { contains, type Day } from '@laurel/shared/core';

export const positions = ['member', 'manager'] as const;
export type Position = (typeof positions)[number];

/** Somebody's place in a team from a day (in) to a day (out); an open end is null. */
export type Span = {
  readonly teamId: string;
  readonly position: Position;
  readonly from: Day;
  readonly to: Day | null;
};
export type Place = Pick<Span, 'teamId' | 'position'>;

/** The place held on a day; nobody holds two. */
export const spanOn = <S extends Span>(spans: readonly S[], day: Day): S | undefined =>
  spans.find((span) => contains(span, day));

/**
 * History after a move: what was before the day stays, from the day on there is only the new place
 * (none when it is null). Moving somebody to where they are changes nothing.
 */
export function moved<S extends Span>(
  spans: readonly S[],
  place: Place | null,
  from: Day,
): (S | Span)[] {
  const before = spansBefore(spans, from);
  if (place === null) return before;
  const last = before.find((span) => span.to === from);
  if (!last || !samePlace(last, place)) return [...before, { ...place, from, to: null }];
  return before.map((span) => (span === last ? { ...span, to: null } : span));
}

/** What is left of history when it ends on a day. */
export const spansBefore = <S extends Span>(spans: readonly S[], day: Day): S[] =>
  spans
    .filter((span) => span.from < day)
    .map((span) => (span.to === null || span.to > day ? { ...span, to: day } : span));

export const samePlace = (one: Place, other: Place): boolean =>
  one.teamId === other.teamId && one.position === other.position;
