import { EventEmitter, on } from 'node:events';
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { currentActor } from './actor.js';
import { afterCommit, currentOrganization } from './database.js';
import { environment } from './environment.js';
import type { JobName } from './jobs.js';
import { logger } from './logger.js';
import { ask, tell } from './statement.js';

/** What browsers and workers are told at once; ids only, everything else is read with the reader's own rights. */
export type LiveMap = {
  due: { job: JobName; key: string };
  standing: { period: string };
  statement: { memberId: string; period: string };
  award: { awardId: string; memberId: string };
  import: { importId: string };
  session: { memberId: string };
};
type Topic = keyof LiveMap;
type Event = { topic: Topic; organizationId: string; payload: LiveMap[Topic] };

const channel = 'laurel_live';
const retryMs = 1_000;

/** Events between processes: PostgreSQL NOTIFY (sent at commit), or Redis when there is one. */
@Injectable()
export class Live implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly events = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
  private readonly publisher = environment.redisUrl ? new Redis(environment.redisUrl) : undefined;
  private stop: () => Promise<unknown> = async () => undefined;
  private stopped = false;

  async onApplicationBootstrap(): Promise<void> {
    this.publisher?.on('error', (error) => logger.warn({ err: error }, 'live updates'));
    if (environment.redisUrl) await this.listenToRedis(environment.redisUrl);
    else await this.listenToPostgres();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.stop();
    this.publisher?.disconnect();
  }

  /** Tells everybody who listens in this organisation, once the transaction is committed. */
  publish<T extends Topic>(tx: EntityManager, topic: T, payload: LiveMap[T]): Promise<void> {
    return this.publishAll(tx, topic, [payload]);
  }

  /** The same for any number of events at once. */
  async publishAll<T extends Topic>(
    tx: EntityManager,
    topic: T,
    payloads: readonly LiveMap[T][],
  ): Promise<void> {
    if (!payloads.length) return;
    const organizationId = currentOrganization();
    const messages = payloads.map((payload) => JSON.stringify({ topic, organizationId, payload }));
    const { publisher } = this;
    if (publisher)
      afterCommit(() => Promise.all(messages.map((each) => publisher.publish(channel, each))));
    else
      tell(tx, `select pg_notify($1, message) from unnest($2::text[]) message`, [
        channel,
        messages,
      ]);
  }

  /** The same for the events that a statement answers with: its common table expressions, and the select from them. */
  async publishFrom<T extends Topic>(
    tx: EntityManager,
    topic: T,
    { tables, events }: { tables: string; events: string },
    values: readonly unknown[],
  ): Promise<void> {
    if (this.publisher)
      return this.publishAll(
        tx,
        topic,
        await ask<LiveMap[T]>(tx, `with ${tables} ${events}`, values),
      );
    tell(
      tx,
      `with ${tables}, event as (${events})
       select pg_notify('${channel}', json_build_object('topic', '${topic}',
         'organizationId', current_organization(), 'payload', to_json(event))::text) from event`,
      values,
    );
  }

  /** Events of the current actor's organisation. The API checks the actor again before each is sent. */
  subscribe<T extends Topic>(topic: T): AsyncIterableIterator<LiveMap[T]> {
    const { organizationId } = currentActor();
    const events = on(this.events, topic) as AsyncIterableIterator<[Event]>;
    return payloadsOf(organizationId, events);
  }

  /** For the server itself: every event of a topic, of every organisation. */
  listen<T extends Topic>(
    topic: T,
    react: (organizationId: string, payload: LiveMap[T]) => void,
  ): void {
    this.events.on(topic, (event: Event) =>
      react(event.organizationId, event.payload as LiveMap[T]),
    );
  }

  private receive(message: string): void {
    const event = JSON.parse(message) as Event;
    this.events.emit(event.topic, event);
  }

  private async listenToRedis(url: string): Promise<void> {
    const subscriber = new Redis(url);
    subscriber.on('error', (error) => logger.warn({ err: error }, 'live updates'));
    subscriber.on('message', (_, message) => this.receive(message));
    await subscriber.subscribe(channel);
    this.stop = async () => subscriber.disconnect();
  }

  private async listenToPostgres(): Promise<void> {
    const client = new pg.Client({ connectionString: environment.appDatabaseUrl });
    client.on('notification', ({ payload }) => payload && this.receive(payload));
    client.on('error', () => this.listenAgain());
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.stop = () => client.end();
    } catch (error) {
      logger.warn({ err: error }, 'live updates');
      this.listenAgain();
    }
  }

  private listenAgain(): void {
    if (!this.stopped) setTimeout(() => void this.listenToPostgres(), retryMs).unref();
  }
}

/** Ends at once when told to; an async generator would first wait for the next event. */
function payloadsOf<Payload>(
  organizationId: string,
  events: AsyncIterableIterator<[Event]>,
): AsyncIterableIterator<Payload> {
  const next = async (): Promise<IteratorResult<Payload>> => {
    const { done, value } = await events.next();
    if (done) return { done: true, value: undefined };
    const [event] = value as [Event];
    if (event.organizationId !== organizationId) return next();
    return { done: false, value: event.payload as Payload };
  };
  const end = async (): Promise<IteratorResult<Payload>> => {
    await events.return?.();
    return { done: true, value: undefined };
  };
  return { next, return: end, [Symbol.asyncIterator]: () => payloadsOf(organizationId, events) };
}
