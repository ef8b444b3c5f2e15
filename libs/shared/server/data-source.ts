import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { BatchClient } from './batch.js';
import { environment } from './environment.js';
import { logger } from './logger.js';
import { SnakeNaming } from './naming.js';

const typeOf = { bigint: 20, date: 1082 };

/** Money stays exact and days stay text, also in hand-written SQL. */
function exactTypes(): pg.CustomTypesConfig {
  const parsers: Record<number, (text: string) => unknown> = {
    [typeOf.bigint]: BigInt,
    [typeOf.date]: (text) => text,
  };
  return {
    getTypeParser: ((id: number, format: 'text') =>
      parsers[id] ?? pg.types.getTypeParser(id, format)) as never,
  };
}

/** The app's connection: a role that owns nothing and bypasses nothing; the schema changes by migration only. */
export const dataSourceOptions = (): DataSourceOptions => ({
  type: 'postgres',
  url: environment.appDatabaseUrl,
  synchronize: false,
  installExtensions: false,
  namingStrategy: new SnakeNaming(),
  poolErrorHandler: (error: unknown) => logger.warn({ err: error }, 'database connection'),
  extra: {
    Client: BatchClient,
    max: environment.databasePool,
    types: exactTypes(),
    pipeline: true,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 120_000,
    connectionTimeoutMillis: 10_000,
  },
});
