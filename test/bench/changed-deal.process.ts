import { collectHandlers } from '../../apps/worker/src/handlers.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { Database, Jobs, Outbox, Work, afterCommit, runAs, systemActor } from '@laurel/shared';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';

/** The worker's own code in a process that does what it is told by messages. */
export type Told =
  | { do: 'run'; organizationId: string; changes: Change[] }
  | { do: 'wait'; organizationId: string; changes: Change[]; seen: string };
export type Change = { dealId: string; amount: number };
/** How long it took, and how many messages to the database; each carries the statements that are known by then. */
export type Answer = { ms: number; messages: number };

const listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
await listener.connect();

/** Sent to PostgreSQL by the code that is measured. */
let messages = 0;
const send = pg.Client.prototype.query as (...sent: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client, ...sent: unknown[]) {
  if (this !== listener) messages++;
  return send.apply(this, sent);
} as typeof pg.Client.prototype.query;

const app = await NestFactory.createApplicationContext(WorkerModule, { logger: ['error'] });
const database = app.get(Database);
const outbox = app.get(Outbox);
const jobs = app.get(Jobs);
const work = app.get(Work);
const handlers = collectHandlers(app);
const publish = jobs.publish.bind(jobs);

/** Changes deals as the server does, and answers when that was committed. */
async function change(organizationId: string, changes: readonly Change[]): Promise<number> {
  let committed = 0;
  await runAs(systemActor(organizationId), () =>
    database.inOrganization(organizationId, async (tx) => {
      afterCommit(() => (committed = performance.now()));
      await tx.query(
        `update deal set amount = due.amount, version = version + 1, updated_at = now()
         from unnest($1::uuid[], $2::bigint[]) as due (id, amount) where deal.id = due.id`,
        [changes.map(({ dealId }) => dealId), changes.map(({ amount }) => amount)],
      );
      await outbox.emitAll(
        tx,
        'credit.assign',
        changes.map(({ dealId }) => ({ dealIds: [dealId] })),
      );
    }),
  );
  return committed;
}

/** What leads to pay, statements and boards; badges come after them. */
const due = `select distinct organization_id as "organizationId", job, key, (array_agg(data order by id))[1] as data
  from outbox where job not in ('badge.award', 'mail.send') group by 1, 2, 3`;

let counted = 0;

/** Without the queue: every piece of due work, one after the other, until there is none. */
async function run(organizationId: string, changes: readonly Change[]): Promise<number> {
  jobs.publish = async () => undefined;
  const committed = await change(organizationId, changes);
  let ended = committed;
  counted = 0;
  for (;;) {
    const { rows } = await listener.query(due);
    if (!rows.length) return ended - committed;
    const began = performance.now();
    const sent = messages;
    for (const each of rows) await work.run(each, handlers);
    counted += messages - sent;
    ended += performance.now() - began;
  }
}

/** With the queue and another worker between: from the commit until somebody who looks is told. */
async function wait(organizationId: string, changes: readonly Change[], seen: string) {
  jobs.publish = publish;
  let told: () => void = () => undefined;
  const visible = new Promise<number>((resolve) => {
    told = () => resolve(performance.now());
  });
  const hear = ({ payload }: pg.Notification) => payload?.includes(seen) && told();
  listener.on('notification', hear);
  const committed = await change(organizationId, changes);
  const ms = (await visible) - committed;
  listener.off('notification', hear);
  return ms;
}

await listener.query(`listen laurel_live`);
process.on('message', async (told: Told) => {
  const ms =
    told.do === 'run'
      ? await run(told.organizationId, told.changes)
      : await wait(told.organizationId, told.changes, told.seen);
  process.send!({ ms, messages: counted });
});
process.send!('ready');
