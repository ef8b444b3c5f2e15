import { useEffect, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { type Import, ImportFields, isMoving } from './import-fields.js';

const ImportQuery = graphql(
  `
    query Import($id: ID!) {
      import(id: $id) {
        ...ImportFields
      }
    }
  `,
  [ImportFields],
);

const ImportProgress = graphql(
  `
    subscription ImportProgress($id: ID!) {
      importProgress(id: $id) {
        ...ImportFields
      }
    }
  `,
  [ImportFields],
);

/** Asked again this often while the worker is busy, for the case that the live line is cut. */
const pollMillis = 1500;

/**
 * One import, kept up to date by subscription and, as a second string, by asking again. Who changes it lets the
 * page `hear` the answer, so that no older state is shown meanwhile.
 */
export function useImport(id: string) {
  const [{ data, error, fetching }, ask] = useQuery({ query: ImportQuery, variables: { id } });
  // What was heard is newer than the answer it came after, until the next answer comes.
  const [heard, setHeard] = useState<{ import: Import; after: typeof data }>();
  const hear = (news: Import) => setHeard({ import: news, after: data });
  useSubscription({ query: ImportProgress, variables: { id } }, (_, progress) => {
    hear(progress.importProgress);
    return progress;
  });

  const latest = heard?.after === data ? heard?.import : data?.import;
  const current = latest?.id === id ? latest : undefined;
  const busy = current ? isMoving(current.status) : false;
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), pollMillis);
    return () => clearInterval(timer);
  }, [busy, ask]);

  return { current, hear, error, missing: !fetching && data?.import === null };
}
