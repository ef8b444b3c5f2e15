import { useEffect, useRef } from 'react';

/**
 * Counts for every key how often its value has changed while in view, so that a row can be drawn anew
 * (and its highlight start) exactly then. 0 is a value that has not changed.
 */
export function useChanges(values: ReadonlyMap<string, string>): (key: string) => number {
  const seen = useRef(new Map<string, { value: string; changes: number }>());
  const current = new Map(
    [...values].map(([key, value]) => {
      const last = seen.current.get(key);
      const changes = last ? last.changes + (last.value === value ? 0 : 1) : 0;
      return [key, { value, changes }];
    }),
  );
  useEffect(() => {
    seen.current = current;
  });
  return (key) => current.get(key)?.changes ?? 0;
}
