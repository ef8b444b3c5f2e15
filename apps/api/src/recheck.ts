import type { RequestContext } from '@laurel/shared';

const checkEveryMs = 3_000;

/**
 * Passes events on while the session lives and the permission holds: both are looked up again
 * before each event, and every few seconds when nothing happens, so that a leaver's stream ends.
 */
export async function* rechecked<T>(
  events: AsyncIterable<T>,
  context: RequestContext,
  authorize: () => void,
): AsyncGenerator<T> {
  const source = events[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const result = await Promise.race([next, pause()]);
      context.actor = await context.refresh();
      authorize();
      if (result === undefined) continue;
      if (result.done) return;
      yield result.value;
      next = source.next();
    }
  } finally {
    await source.return?.();
  }
}

const pause = () =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), checkEveryMs).unref();
  });
