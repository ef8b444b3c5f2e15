import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

const filterNames = ['text', 'actorId', 'action', 'object', 'objectId', 'from', 'to'] as const;
type FilterName = (typeof filterNames)[number];
type Outcome = 'done' | 'refused';

export const pageSize = 50;

/** Which entries an address asks for: filter and page. */
export function viewOf(search: URLSearchParams) {
  const named = filterNames.flatMap((name) => {
    const value = search.get(name);
    return value ? [[name, value] as const] : [];
  });
  const filter = Object.fromEntries(named) as Partial<Record<FilterName, string>>;
  const outcome = search.get('outcome');
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  return {
    filter: { ...filter, ...(isOutcome(outcome) && { outcome }) },
    page: { first: pageSize, offset: (page - 1) * pageSize },
  };
}

export type AuditView = ReturnType<typeof viewOf>;

const isOutcome = (text: string | null): text is Outcome => text === 'done' || text === 'refused';

/** The search, kept in the address, so that it can be sent to a colleague. */
export function useAuditView() {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => viewOf(search), [search]);
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setSearch(
      (before) => {
        if (!('page' in changes)) before.delete('page');
        for (const [name, value] of Object.entries(changes))
          if (value) before.set(name, value);
          else before.delete(name);
        return before;
      },
      { replace: true },
    );
  return { view, set };
}
