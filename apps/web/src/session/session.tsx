import type { Calendar, RetailPattern } from '@laurel/shared/core';
import { Center, Container, Loader } from '@mantine/core';
import {
  createContext,
  type PropsWithChildren,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { Provider, useMutation, useQuery } from 'urql';
import { connect } from '../graphql/client.js';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import { ErrorState } from '../ui/error-state.js';

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      member {
        id
        name
        email
        role
        hr
        currency
        locale
        team {
          id
          name
        }
      }
      organization {
        id
        name
        timeZone
        currency
        locale
        fiscalYearStartMonth
        periodKinds
        retailPattern
        weekStart
      }
    }
  }
`);

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

export type Viewer = NonNullable<ResultOf<typeof ViewerQuery>['viewer']>;

/** How the organisation cuts its years into periods. */
export const calendarOf = (organization: Viewer['organization']): Calendar => ({
  ...organization,
  retailPattern: organization.retailPattern as RetailPattern,
});

type Session = { readonly viewer: Viewer | null; readonly renew: () => void };

const SessionContext = createContext<Session | null>(null);

/** Holds the connection of the person who is signed in; `renew` starts a fresh one after sign-in and sign-out. */
export function SessionProvider({ children }: PropsWithChildren) {
  const [count, setCount] = useState(0);
  const renew = useCallback(() => setCount((last) => last + 1), []);
  return (
    <ConnectionProvider key={count} renew={renew}>
      {children}
    </ConnectionProvider>
  );
}

function ConnectionProvider({ renew, children }: PropsWithChildren<{ renew: () => void }>) {
  const [connection] = useState(() => connect(renew));
  useEffect(() => () => connection.close(), [connection]);
  return (
    <Provider value={connection.client}>
      <ViewerProvider renew={renew}>{children}</ViewerProvider>
    </Provider>
  );
}

function ViewerProvider({ renew, children }: PropsWithChildren<{ renew: () => void }>) {
  const [{ data, error }, retry] = useQuery({ query: ViewerQuery });
  const viewer = data?.viewer ?? null;
  const session = useMemo(() => ({ viewer, renew }), [viewer, renew]);
  if (error && !data)
    return (
      <Container size="sm" py="xl">
        <ErrorState error={error} onRetry={() => retry({ requestPolicy: 'network-only' })} />
      </Container>
    );
  if (!data)
    return (
      <Center mih="100vh" role="status">
        <Loader type="dots" />
      </Center>
    );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session, signed in or not. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider around it.');
  return session;
}

/** The person and organisation signed in; only for pages inside the shell. */
export function useSignedIn(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('This page is only for people who are signed in.');
  return viewer;
}

/** Ends the session on the server, then here. */
export function useSignOut(): () => Promise<void> {
  const { renew } = useSession();
  const [, signOut] = useMutation(SignOut);
  return useCallback(async () => {
    await signOut({});
    renew();
  }, [renew, signOut]);
}
