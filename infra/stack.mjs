import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './install.mjs';
import { isFree } from './ports.mjs';
import { LocalPostgres } from './postgres.mjs';

const readyWithinMs = 60_000;
const restartAfterMs = 1_000;
/** A part that falls over this often in a minute will not stand by itself. */
const restartsPerMinute = 5;

/** Everything one machine needs: database, API with the web client, and worker. */
export class Stack {
  parts = new Map();
  stopping = false;

  constructor({ dataFolder, demo }) {
    this.dataFolder = dataFolder ?? defaultDataFolder();
    this.demo = demo;
    this.host = process.env.HOST ?? '127.0.0.1';
    this.port = Number(process.env.PORT ?? 4000);
    this.env = { ...process.env, PORT: String(this.port), HOST: this.host };
  }

  async run() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => void this.stop(0));
    try {
      await this.start();
    } catch (error) {
      console.error(error.message);
      await this.stop(1);
    }
  }

  async start() {
    if (!(await isFree(this.port, this.host)))
      throw new Error(
        `Port ${this.port} is taken. Stop the other program, or choose another: npm start -- --port 4100`,
      );
    await this.startDatabase();
    this.runOnce('migrate', 'apps/api/dist/migrate.js');
    this.startPart('worker', 'apps/worker/dist/main.js');
    this.startPart('api', 'apps/api/dist/main.js');
    await this.untilReady();
    const accounts = this.demo ? this.runOnce('demo', 'apps/api/dist/demo.js') : '';
    console.log(
      `\nLaurel is ready: http://${this.host}:${this.port}\n${accounts}\nCtrl-C stops it.`,
    );
  }

  async startDatabase() {
    if (process.env.DATABASE_URL) return;
    this.postgres = await LocalPostgres.in(this.dataFolder);
    await this.postgres.start();
    this.env.DATABASE_URL = this.postgres.url;
  }

  /** Runs a short program to its end and returns what it printed; its one-line complaint ends the start. */
  runOnce(name, file) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
      cwd: root,
      env: this.env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr.trim() || `${name} ended with code ${status}.`);
    return stdout;
  }

  startPart(name, file) {
    const child = spawn(process.execPath, ['--enable-source-maps', file], {
      cwd: root,
      env: this.env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const part = this.parts.get(name) ?? { restarts: [] };
    this.parts.set(name, { ...part, child });
    child.once('exit', (code, signal) => this.restart(name, file, signal ?? code));
  }

  restart(name, file, reason) {
    if (this.stopping) return;
    const { restarts } = this.parts.get(name);
    restarts.push(Date.now());
    if (restarts.filter((at) => at > Date.now() - 60_000).length > restartsPerMinute) {
      console.error(`The ${name} keeps stopping (${reason}). See the lines above.`);
      void this.stop(1);
      return;
    }
    console.error(`The ${name} stopped (${reason}); starting it again.`);
    setTimeout(() => this.stopping || this.startPart(name, file), restartAfterMs);
  }

  async untilReady() {
    const until = Date.now() + readyWithinMs;
    while (Date.now() < until && !this.stopping) {
      const answer = await fetch(`http://${this.host}:${this.port}/ready`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    if (!this.stopping)
      throw new Error('The server did not become ready within a minute. See the lines above.');
  }

  async stop(code) {
    if (this.stopping) return;
    this.stopping = true;
    await Promise.all([...this.parts.values()].map(({ child }) => endOf(child)));
    await this.postgres?.stop();
    process.exit(code);
  }
}

/** Asks a process to end, and insists after ten seconds. */
function endOf(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => resolve(clearTimeout(insist)));
    child.kill('SIGTERM');
  });
}

/** Root's database runs as another account, which must be able to reach its folder. */
export function defaultDataFolder() {
  const folder = path.join(root, '.pgdata');
  if (process.getuid?.() !== 0 || isOpenToOthers(root)) return folder;
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  return path.join('/var/lib/laurel', name);
}

function isOpenToOthers(folder) {
  const traversable = (fs.statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return traversable && (parent === folder || isOpenToOthers(parent));
}
