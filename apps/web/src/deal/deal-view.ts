import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type DealStatus, statuses } from './deal-fields.js';

export const sortFields = [
  'closedOn',
  'createdOn',
  'amount',
  'name',
  'externalId',
  'status',
  'stage',
] as const;
export type SortField = (typeof sortFields)[number];

/** Filters of the list that are one value each, by their names in the address and in the API. */
export const filterNames = [
  'search',
  'ownerId',
  'teamId',
  'productId',
  'stage',
  'region',
  'closedFrom',
  'closedTo',
  'importId',
] as const;
export type FilterName = (typeof filterNames)[number];

export const pageSize = 50;

/** Which deals an address asks for: filter, order and page. What makes no sense in it is ignored. */
export function viewOf(search: URLSearchParams) {
  const status = (search.get('status')?.split(',') ?? []).filter(isStatus);
  const filter = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value] as const] : [];
    }),
  ) as Partial<Record<FilterName, string>>;
  const field = sortFields.find((each) => each === search.get('sort')) ?? 'closedOn';
  const direction = search.get('direction') === 'asc' ? ('asc' as const) : ('desc' as const);
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  return {
    filter: { ...filter, ...(status.length > 0 && { status }) },
    sort: { field, direction },
    page: { first: pageSize, offset: (page - 1) * pageSize },
  };
}

export type DealView = ReturnType<typeof viewOf>;

const isStatus = (text: string): text is DealStatus =>
  (statuses as readonly string[]).includes(text);

/** The list's state, kept in the address so that a link or the back button brings it back. */
export function useDealView() {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => viewOf(search), [search]);
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setSearch(
      (before) => {
        if (!('page' in changes) && !('deal' in changes)) before.delete('page');
        for (const [name, value] of Object.entries(changes))
          if (value) before.set(name, value);
          else before.delete(name);
        return before;
      },
      { replace: !('deal' in changes) },
    );
  return { view, search, set };
}
