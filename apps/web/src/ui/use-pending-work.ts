import { useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';

export const PendingWorkQuery = graphql(`
  query PendingWork {
    pendingWork
  }
`);

const askEveryMs = 1_500;

/** Is anything still being calculated? Asked again until nothing is, and then `onDone` is called. */
export function usePendingWork(onDone: () => void) {
  const [{ data }, ask] = useQuery({ query: PendingWorkQuery });
  const pending = (data?.pendingWork ?? 0) > 0;
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), askEveryMs);
    return () => {
      clearInterval(timer);
      onDone();
    };
  }, [pending, ask, onDone]);
  const look = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  return { pending, look };
}
