import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from './ports.mjs';
import { LocalPostgres } from './postgres.mjs';

/** A PostgreSQL and a Redis for one test run, on free ports and in its own folder. */
export class TestServices {
  env = {};

  constructor(folder) {
    this.folder = folder;
  }

  async start({ redis }) {
    this.postgres = new LocalPostgres({
      folder: path.join(this.folder, 'postgres'),
      port: await freePort(),
      fast: true,
    });
    await this.postgres.start();
    this.env.LAUREL_TEST_POSTGRES = this.postgres.url;
    if (redis) await this.startRedis(redis);
  }

  async startRedis(program) {
    const port = await freePort();
    this.redis = spawn(
      program,
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', this.folder],
      {
        stdio: 'ignore',
      },
    );
    this.redisUrl = `redis://127.0.0.1:${port}`;
  }

  async stop() {
    this.redis?.kill();
    await this.postgres?.stop('immediate');
  }
}
