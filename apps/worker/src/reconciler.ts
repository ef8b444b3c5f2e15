import { Jobs, Outbox, environment, logger } from '@laurel/shared';
import type { INestApplicationContext } from '@nestjs/common';

const batch = 1_000;

/** Publishes again what the database says is due: after a crash between commit and queue, or a lost queue. */
export function startReconciler(app: INestApplicationContext): () => void {
  const outbox = app.get(Outbox);
  const jobs = app.get(Jobs);
  let running = false;

  async function reconcile(): Promise<void> {
    if (running) return;
    running = true;
    try {
      await jobs.publish(await outbox.overdue(environment.reconcileMs, batch));
    } catch (error) {
      logger.warn({ err: error }, 'reconciler');
    } finally {
      running = false;
    }
  }

  void reconcile();
  const timer = setInterval(() => void reconcile(), environment.reconcileMs);
  return () => clearInterval(timer);
}
