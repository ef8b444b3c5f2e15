/** Address of an import, with those of the same drop that come after it. */
export const placeOf = (id: string, waiting: readonly string[]): string =>
  `/import/${id}${waiting.length > 0 ? `?next=${waiting.join(',')}` : ''}`;

/** Address of the next file of the drop, kept in the address so that a reload loses nothing. */
export function nextPlace(search: URLSearchParams): string | undefined {
  const [id, ...waiting] = search.get('next')?.split(',') ?? [];
  return id ? placeOf(id, waiting) : undefined;
}
