import {
  type CombinedError,
  Client,
  cacheExchange,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
} from 'urql';
import { createClient as createSocket } from 'graphql-ws';
import { problemOf } from './problem.js';

/** Headers every request carries; without them the API takes a request for a forged one. */
export const requestHeaders = { 'x-laurel': '1', 'content-type': 'application/json' };

export type Connection = { readonly client: Client; readonly close: () => void };

/**
 * One connection per sign-in: closing it drops the cache and the socket, so that nothing of the last
 * person stays. `onSignedOut` is called when the API says that the session is over.
 */
export function connect(onSignedOut: () => void): Connection {
  const socket = createSocket({ url: socketUrl(), lazy: true, retryAttempts: Infinity });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { credentials: 'same-origin', headers: requestHeaders },
    exchanges: [
      mapExchange({ onError: (error: CombinedError) => noticeSignOut(error, onSignedOut) }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink),
          }),
        }),
      }),
    ],
  });
  return { client, close: () => void socket.dispose() };
}

function noticeSignOut(error: CombinedError, onSignedOut: () => void): void {
  if (problemOf(error).code === 'SIGN_IN_REQUIRED') onSignedOut();
}

function socketUrl(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/graphql`;
}
