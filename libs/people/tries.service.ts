import { Problem, environment, logger } from '@laurel/shared';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterStoreAbstract,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { addressBlock } from './core/address.js';
import { digest } from './secret.js';

const windowSeconds = 60;
/** Less than per account, so that one attacker cannot lock the rightful person out from elsewhere. */
const perVisitor = 10;
const perAccount = 20;
const perAddress = 20;

type Count = { limiter: RateLimiterStoreAbstract; key: string };

/** Counts tries to sign in, in the database (or Redis), so that all processes count together. */
@Injectable()
export class Tries implements OnApplicationShutdown {
  private readonly redis = environment.redisUrl ? new Redis(environment.redisUrl) : undefined;
  private readonly address = this.limiter('address', perAddress);
  private readonly visitor = this.limiter('visitor', perVisitor);
  private readonly account = this.limiter('account', perAccount);

  constructor(private readonly dataSource: DataSource) {
    this.redis?.on('error', (error) => logger.warn({ err: error }, 'rate limit'));
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /**
   * Counts one try before its secret is looked at, and refuses it when there were too many in the
   * last minute. The answer takes the count back: call it when the secret was right.
   */
  async count(address: string, account?: string): Promise<() => Promise<unknown>> {
    const block = addressBlock(address);
    const counts = [
      counted(this.address, block),
      ...(account === undefined
        ? []
        : [counted(this.visitor, `${account} ${block}`), counted(this.account, account)]),
    ];
    for (const { limiter, key } of counts) await consume(limiter, key);
    return () => Promise.all(counts.map(({ limiter, key }) => limiter.reward(key)));
  }

  private limiter(keyPrefix: string, points: number): RateLimiterStoreAbstract {
    const options = { keyPrefix, points, duration: windowSeconds };
    if (this.redis) return new RateLimiterRedis({ ...options, storeClient: this.redis });
    return new RateLimiterPostgres({
      ...options,
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'rate_limit',
      tableCreated: true,
    });
  }
}

/** The store keeps hashes only: neither addresses nor who has an account can be read from it. */
const counted = (limiter: RateLimiterStoreAbstract, text: string): Count => ({
  limiter,
  key: digest(text).toString('hex'),
});

async function consume(limiter: RateLimiterStoreAbstract, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.ceil(refusal.msBeforeNext / 1000);
    throw new Problem(
      'TOO_MANY_TRIES',
      `Too many tries. Wait ${seconds} seconds, then try again.`,
      {
        retryAfterSeconds: seconds,
      },
    );
  }
}
