import { type Role, roles } from '@laurel/shared/core';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

const pageSize = 50;

/** Whom the list shows, as its address says: those who are here unless asked otherwise. */
export function usePeopleView() {
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

function viewOf(search: URLSearchParams) {
  const page = Math.max(1, Math.trunc(Number(search.get('page')) || 1));
  return {
    search: search.get('search'),
    role: roles.find((role) => role === search.get('role')) ?? (null as Role | null),
    active: search.get('show') !== 'left',
    page: { first: pageSize, offset: (page - 1) * pageSize },
  };
}

export type PeopleView = ReturnType<typeof viewOf>;
