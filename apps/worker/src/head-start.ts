import { Jobs, Live, logger, Work, type Due, type Handlers } from '@laurel/shared';
import type { INestApplicationContext } from '@nestjs/common';

/** Pieces of work that are done so at a time; more are left to the queue. */
const atMost = 4;

/** Where more comes while some is done, it is gathered for as long as that took, and no longer than this. */
const gatherMs = 50;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Does work that others wait to see as soon as it is committed, without the way through the queue, which gets what fails
 * or is too much. What nobody hears of, the reconciler finds. The answer stops it, and waits for what is being done.
 */
export function startHeadStart(
  app: INestApplicationContext,
  handlers: Handlers,
): () => Promise<unknown> {
  const [work, jobs] = [app.get(Work), app.get(Jobs)];
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;

  async function take(id: string, due: Due): Promise<void> {
    try {
      for (let more = true; more && !stopped; more = again.delete(id)) {
        const began = performance.now();
        await work.attempt(due, handlers);
        if (again.has(id)) await pause(Math.min(performance.now() - began, gatherMs));
      }
    } catch (error) {
      logger.debug({ err: error, job: due.job }, 'left to the queue');
      await leave(due);
    } finally {
      running.delete(id);
    }
  }

  const leave = (due: Due) =>
    jobs.publish([due]).catch((error: unknown) => logger.warn({ err: error }, 'queue'));

  app.get(Live).listen('due', (organizationId, { job, key }) => {
    const id = [organizationId, job, key].join('|');
    const due = { organizationId, job, key, data: {} };
    if (stopped) return;
    if (running.has(id)) again.add(id);
    else if (running.size < atMost) running.set(id, take(id, due));
    else void leave(due);
  });
  return () => {
    stopped = true;
    return Promise.all(running.values());
  };
}
