import { Live, logger, Work, type Due, type Handlers } from '@laurel/shared';
import type { INestApplicationContext } from '@nestjs/common';

/** Pieces of work that are begun so at a time; more are left to the queue. */
const atMost = 4;

/**
 * Begins work as soon as it is committed, before the queue hands it out, which then finds nothing left to do. What fails
 * here is left to the queue. The answer stops it, and waits for what is being done.
 */
export function startHeadStart(
  app: INestApplicationContext,
  handlers: Handlers,
): () => Promise<unknown> {
  const work = app.get(Work);
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;

  async function take(id: string, due: Due): Promise<void> {
    try {
      do {
        again.delete(id);
        await work.attempt(due, handlers);
      } while (again.has(id) && !stopped);
    } catch (error) {
      logger.debug({ err: error, job: due.job }, 'left to the queue');
    } finally {
      running.delete(id);
    }
  }

  app.get(Live).listen('due', (organizationId, { job, key }) => {
    const id = [organizationId, job, key].join('|');
    if (stopped) return;
    if (running.has(id)) again.add(id);
    else if (running.size < atMost)
      running.set(id, take(id, { organizationId, job, key, data: {} }));
  });
  return () => {
    stopped = true;
    return Promise.all(running.values());
  };
}
