import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

type Event = Record<string, unknown>;

/** Somebody who listens: what came, and how it ended. */
export type Listener = {
  events: Event[];
  /** Undefined while the stream lives; else why it ended. */
  ended: () => string | undefined;
  untilEnded: (withinMs: number) => Promise<string>;
  until: (met: (events: Event[]) => boolean, withinMs?: number) => Promise<void>;
  close: () => Promise<void>;
};

const pollMs = 50;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function waitFor<T>(look: () => T | undefined, withinMs: number, what: string): Promise<T> {
  for (let waited = 0; waited < withinMs; waited += pollMs) {
    const found = look();
    if (found !== undefined) return found;
    await pause(pollMs);
  }
  throw new Error(`Not within ${withinMs} ms: ${what}`);
}

/** Subscribes over a WebSocket with the headers of a browser, and never connects a second time. */
export function listen(
  url: string,
  headers: Record<string, string>,
  query: string,
  variables: Record<string, unknown> = {},
): Listener {
  const socket = class extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
    }
  };
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: socket,
    retryAttempts: 0,
  });
  const events: Event[] = [];
  let end: string | undefined;
  client.subscribe<Event>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (data) events.push(data);
        if (errors) end ??= JSON.stringify(errors);
      },
      error: (reason) => {
        end ??= `refused: ${describe(reason)}`;
      },
      complete: () => {
        end ??= 'completed';
      },
    },
  );
  return {
    events,
    ended: () => end,
    untilEnded: (withinMs) => waitFor(() => end, withinMs, 'the end of the stream'),
    until: async (met, withinMs = 10_000) => {
      await waitFor(() => met(events) || undefined, withinMs, JSON.stringify(events));
    },
    close: async () => client.dispose(),
  };
}

function describe(reason: unknown): string {
  if (Array.isArray(reason)) return JSON.stringify(reason);
  const { code, message } = reason as { code?: number; message?: string };
  return `${code ?? ''} ${message ?? ''}`;
}
