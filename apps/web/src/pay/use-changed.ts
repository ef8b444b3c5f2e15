import { useEffect, useRef } from 'react';

/** Has the value changed since this was first drawn? For a highlight, which the first sight needs not. */
export function useChanged(value: string): boolean {
  const first = useRef(value);
  const changed = useRef(false);
  useEffect(() => {
    if (value !== first.current) changed.current = true;
  }, [value]);
  return changed.current || value !== first.current;
}
