import 'reflect-metadata';
import { Work, environment, logger, queueConnection, queueNames, type Due } from '@laurel/shared';
import { NestFactory } from '@nestjs/core';
import { Worker } from 'bullmq';
import { collectHandlers } from './handlers.js';
import { startHeadStart } from './head-start.js';
import { startReconciler } from './reconciler.js';
import { WorkerModule } from './worker.module.js';

/** A job whose worker was killed is handed out again however often that happens. */
const neverGiveUp = 1_000_000;

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error', 'warn'] });
const handlers = collectHandlers(app);
const work = app.get(Work);

const workers = [
  startWorker(queueNames.work, environment.jobConcurrency),
  startWorker(queueNames.mail, environment.mailConcurrency),
];

function startWorker(name: string, concurrency: number): Worker<Due> {
  const worker = new Worker<Due>(name, (job) => work.run(job.data, handlers), {
    connection: queueConnection(),
    concurrency,
    lockDuration: environment.jobLockMs,
    stalledInterval: Math.ceil(environment.jobLockMs / 2),
    maxStalledCount: neverGiveUp,
  });
  worker.on('error', (error) => logger.warn({ err: error }, 'queue'));
  worker.on('failed', (job, error) =>
    logger.warn({ err: error, job: job?.data.job, key: job?.data.key }, 'job will be tried again'),
  );
  return worker;
}

const stopHeadStart = startHeadStart(app, handlers);
const stopReconciler = startReconciler(app);
logger.info('worker is ready');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  stopReconciler();
  await Promise.all([stopHeadStart(), ...workers.map((worker) => worker.close())]);
  await app.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
